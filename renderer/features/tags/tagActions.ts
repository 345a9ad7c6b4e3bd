import { alignTime } from '#shared/domain/caseClock'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId, TagId } from '#shared/model/ids'
import type { Tag, TagDraft, TagKind } from '#shared/model/tag'
import { connection } from '../../app/connection'
import { caseClockOf } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore, type OpenRange } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { planKey, planRelease } from './planKey'
import { draftOf } from './tagDraft'

const say = messagesOf('tags')

const seenWithinMs = 1500

let queue: Promise<unknown> = Promise.resolve()
const creations = new Map<TagKind, Promise<Tag | null>>()
/** What the last press of each kind's key opened; null where it did something else. */
const openedByPress = new Map<TagKind, OpenRange | null>()

/**
 * One gesture after the other, so that none rests on what the one before is about to change. Before anything is drawn and until it is on
 * the disk it counts as unsaved; what the core refuses is shown, and answers null.
 */
async function inOrder<Result>(run: () => Promise<Result>): Promise<Result | null> {
  const result = queue.then(run)
  queue = result.catch(() => undefined)
  // That it is unsaved is drawn at once, and what is drawn would hold up the call.
  await untilSent()
  return useSessionStore.getState().write(() => result)
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
  openedByPress.set(kind, null)
  switch (plan.do) {
    case 'refuse-reversed': {
      useSessionStore.getState().notify(say('endBeforeStart'))
      return
    }
    case 'keep-moment': {
      closeOpenRange(kind)
      return
    }
    case 'end': {
      await endOpenRange(kind, plan.endUs)
      return
    }
    case 'open': {
      const opened: OpenRange = { kind, footageId, startUs: timeUs, tagId: null }
      openedByPress.set(kind, opened)
      const details = emptyTagDetails(kind)
      const draft: TagDraft = { footageId, startUs: timeUs, endUs: null, details, note: '', clauseIds: [] }
      // First: it is on its way to the disk while the window draws, and in the frame that comes next all the same.
      const creation = inOrder(() => connection().client.tags.create({ caseId, draft }))
      creations.set(kind, creation)
      await untilSent()
      useSelectionStore.getState().select({ openRanges: [...openRanges().filter((one) => one.kind !== kind), opened] })
      const tag = await creation
      // For who measures how long a press takes to the disk.
      performance.mark('tag-saved')
      const { select, openRanges: now } = useSelectionStore.getState()
      if (tag === null) {
        select({ openRanges: now.filter((one) => one !== opened) })
        return
      }
      select({ tagId: tag.id, editingTagId: tag.id, openRanges: now.map((one) => (one === opened ? { ...opened, tagId: tag.id } : one)) })
    }
  }
}

const turnsUntilSent = 60

/** A call leaves the window through a chain of settled promises; what is drawn in between would keep it until it is drawn. No other event comes first. */
async function untilSent(): Promise<void> {
  for (let turn = 0; turn < turnsUntilSent; turn += 1) await Promise.resolve()
}

/**
 * The key of a kind is let go after `heldMs` milliseconds: the range that its press opened ends at the playhead where the key was held, and
 * stays open after a tap.
 */
export async function releaseKind(kind: TagKind, heldMs: number): Promise<void> {
  const open = openRanges().find((one) => one.kind === kind) ?? null
  const plan = planRelease(openedByPress.get(kind) ?? null, open, open === null ? null : playheadOn(open.footageId), heldMs)
  openedByPress.delete(kind)
  if (plan.do === 'end') await endOpenRange(kind, plan.endUs)
}

async function endOpenRange(kind: TagKind, endUs: number): Promise<void> {
  const open = openRanges().find((one) => one.kind === kind)
  const created = creations.get(kind)
  closeOpenRange(kind)
  const tagId = open?.tagId ?? (await created)?.id
  if (tagId !== undefined) await changeTag(tagId, (draft) => ({ ...draft, endUs }))
}

/** The playhead on the clock of a footage, also while another camera is shown; null where they are not aligned. */
function playheadOn(footageId: FootageId): number | null {
  const player = usePlayerStore.getState()
  if (player.footageId === footageId) return player.timeUs
  const { footage } = useCaseStore.getState()
  const timeUs = player.footageId === null ? null : alignTime(caseClockOf(footage), player.footageId, player.timeUs, footageId)
  const durationUs = footage.get(footageId)?.probe.durationUs ?? 0
  return timeUs === null ? null : Math.min(durationUs, Math.round(timeUs))
}

/** The tag of a kind that was made last, once the core has it; null where it refused it or none was made. */
export function latestOfKind(kind: TagKind): Promise<Tag | null> {
  return creations.get(kind) ?? Promise.resolve(null)
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
export async function changeTag(tagId: TagId, change: (draft: TagDraft) => TagDraft): Promise<boolean> {
  const isSaved = await inOrder(async () => {
    const tag = await untilKnown(tagId, () => true)
    if (tag === null) return false
    const before = draftOf(tag)
    const draft = change(before)
    if (JSON.stringify(draft) === JSON.stringify(before)) return true
    await connection().client.tags.update({ tagId, draft })
    // The store hears of it by an event; the next gesture must build on it.
    await untilKnown(tagId, (now) => now !== tag)
    return true
  })
  return isSaved ?? false
}

/** Withdraws a tag with its reason; it stays in the ledger. Answers false where the core refused it. */
export async function withdrawTag(tagId: TagId, reason: string): Promise<boolean> {
  const withdrawn = await inOrder(() => connection().client.tags.withdraw({ tagId, reason }))
  if (withdrawn === null) return false
  const { select, tagId: selectedId } = useSelectionStore.getState()
  select({ editingTagId: null, ...(selectedId === tagId ? { tagId: null } : {}) })
  return true
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
