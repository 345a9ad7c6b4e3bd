import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { TagId } from '#shared/model/ids'
import type { Tag, TagDraft, TagKind } from '#shared/model/tag'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore, type OpenRange } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { planKey } from './planKey'
import { draftOf } from './tagDraft'

const seenWithinMs = 1500

let queue: Promise<unknown> = Promise.resolve()
const creations = new Map<TagKind, Promise<Tag | null>>()

/** One gesture after the other, so that none rests on what the one before is about to change. */
function inOrder<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = queue.then(run)
  queue = result.catch(() => undefined)
  return result
}

/**
 * The key of a kind: creates a tag at the frame on screen and opens its details, or marks the end of the range of that
 * kind that is open. What the core refuses is shown as a notice and changes nothing.
 */
export async function pressKind(kind: TagKind): Promise<void> {
  const { footageId, timeUs } = usePlayerStore.getState()
  const caseId = useCaseStore.getState().case?.id
  if (footageId === null || caseId === undefined) return
  const open = openRanges().find((one) => one.kind === kind) ?? null
  const plan = planKey(open, { kind, footageId, timeUs })
  switch (plan.do) {
    case 'refuse-reversed': {
      useSessionStore.getState().notify('The end would lie before the start. Go past the start, or press Esc to keep a moment.')
      return
    }
    case 'keep-moment': {
      closeOpenRange(kind)
      return
    }
    case 'end': {
      const created = creations.get(kind)
      closeOpenRange(kind)
      const tagId = open?.tagId ?? (await created)?.id
      if (tagId !== undefined) await changeTag(tagId, (draft) => ({ ...draft, endUs: plan.endUs }))
      return
    }
    case 'open': {
      const opened: OpenRange = { kind, footageId, startUs: timeUs, tagId: null }
      useSelectionStore.getState().select({ openRanges: [...openRanges().filter((one) => one.kind !== kind), opened] })
      const creation = inOrder(async () => {
        const details = emptyTagDetails(kind)
        const draft: TagDraft = { footageId, startUs: timeUs, endUs: null, details, note: '', clauseIds: [] }
        return await useSessionStore.getState().write(() => connection().client.tags.create({ caseId, draft }))
      })
      creations.set(kind, creation)
      const tag = await creation
      const { select, openRanges: now } = useSelectionStore.getState()
      if (tag === null) {
        select({ openRanges: now.filter((one) => one !== opened) })
        return
      }
      select({ tagId: tag.id, editingTagId: tag.id, openRanges: now.map((one) => (one === opened ? { ...opened, tagId: tag.id } : one)) })
    }
  }
}

/** The ranges that wait for their end. One whose tag was withdrawn or undone meanwhile waits no more. */
export function openRanges(): readonly OpenRange[] {
  const { tags } = useCaseStore.getState()
  return useSelectionStore.getState().openRanges.filter(({ tagId }) => tagId === null || (tags.get(tagId)?.withdrawn ?? null) === null)
}

/** Lets the latest open range, or that of a kind, stay a moment. */
export function closeOpenRange(kind?: TagKind): void {
  const ranges = openRanges()
  const closed = kind === undefined ? ranges.at(-1) : ranges.find((one) => one.kind === kind)
  useSelectionStore.getState().select({ openRanges: ranges.filter((one) => one !== closed) })
}

/**
 * Changes what is entered of a tag: `change` gets the draft as it is when its turn comes. One call is one entry of the
 * ledger; none is written where nothing changes. Answers false where the core refused it; the reason is shown as a notice.
 */
export function changeTag(tagId: TagId, change: (draft: TagDraft) => TagDraft): Promise<boolean> {
  return inOrder(async () => {
    const tag = await untilKnown(tagId, () => true)
    if (tag === null) return false
    const before = draftOf(tag)
    const draft = change(before)
    if (JSON.stringify(draft) === JSON.stringify(before)) return true
    const saved = await useSessionStore.getState().write(() => connection().client.tags.update({ tagId, draft }))
    if (saved === null) return false
    // The store hears of it by an event; the next gesture must build on it.
    await untilKnown(tagId, (now) => now !== tag)
    return true
  })
}

/** Withdraws a tag with its reason; it stays in the ledger. Answers false where the core refused it. */
export function withdrawTag(tagId: TagId, reason: string): Promise<boolean> {
  return inOrder(async () => {
    const withdrawn = await useSessionStore.getState().write(() => connection().client.tags.withdraw({ tagId, reason }))
    if (withdrawn === null) return false
    const { select, tagId: selectedId } = useSelectionStore.getState()
    select({ editingTagId: null, ...(selectedId === tagId ? { tagId: null } : {}) })
    return true
  })
}

/** The tag as the store has it once `holds` is true of it, or what it has after a while; null where it never came. */
function untilKnown(tagId: TagId, holds: (tag: Tag) => boolean): Promise<Tag | null> {
  const now = () => useCaseStore.getState().tags.get(tagId) ?? null
  const known = now()
  if (known !== null && holds(known)) return Promise.resolve(known)
  return new Promise((resolve) => {
    const finish = () => {
      unsubscribe()
      clearTimeout(timer)
      resolve(now())
    }
    const timer = setTimeout(finish, seenWithinMs)
    const unsubscribe = useCaseStore.subscribe((state) => {
      const tag = state.tags.get(tagId)
      if (tag !== undefined && holds(tag)) finish()
    })
  })
}
