import { v7 as uuidv7 } from 'uuid'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { tagIdSchema, type CaseId } from '#shared/model/ids'
import type { Tag, TagDraft } from '#shared/model/tag'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import type { ReadableStore } from '../storage'
import { planNewReferences } from './planNewReferences'

const inLedger = englishOf('labels')

/** Tags on footage. */
export function createTagHandlers({ ledger, codebook, now, store, frames }: CoreContext) {
  const labelOf = (key: 'tag' | 'changeTag' | 'withdrawTag', tag: Tag) =>
    inLedger(key, { tag: describeTag(tag, codebook), time: formatFootageTime(tag.startUs) })

  async function requireValid(read: ReadableStore, caseId: CaseId, draft: TagDraft, former: Tag | null): Promise<void> {
    const footage = await requireActive(read, 'footage', draft.footageId)
    if (footage.caseId !== caseId) throw otherCase('footage')
    requireTimes(draft, footage.probe.durationUs)
    requireCodes(draft)
    // A tag keeps the people and tags it names already, though they were withdrawn since.
    const references = planNewReferences(draft.details, former?.details ?? null)
    for (const personId of references.personIds) {
      if ((await requireActive(read, 'person', personId)).caseId !== caseId) throw otherCase('person')
    }
    for (const tagId of references.tagIds) {
      if ((await requireActive(read, 'tag', tagId)).caseId !== caseId) throw otherCase('tag')
    }
  }

  function requireCodes({ details, clauseIds }: TagDraft): void {
    const unknown = clauseIds.filter((id) => !codebook.clauses.some((clause) => clause.id === id))
    if (details.kind === 'force' && !codebook.forceTypes.some((type) => type.id === details.forceType)) unknown.push(details.forceType)
    const bodyArea = 'bodyArea' in details ? details.bodyArea : null
    if (bodyArea !== null && !codebook.bodyAreas.some((area) => area.id === bodyArea)) unknown.push(bodyArea)
    if (unknown.length > 0) {
      throw new ProblemError('invalid_input', problemWords('notInCodebook', { names: unknown.join(', ') }))
    }
  }

  /** What the source itself says of the tag's times. Asked before the write: an index that is missing takes long to make. */
  async function exactTimes({ footageId, startUs, endUs }: TagDraft): Promise<Pick<Tag, 'startExact' | 'endExact'>> {
    const footage = await store.get('footage', footageId)
    if (footage === null) return {}
    return {
      startExact: await frames.exactTime(footage, startUs),
      endExact: endUs === null ? null : await frames.exactTime(footage, endUs)
    }
  }

  return {
    create: os.tags.create.handler(async ({ input, context }) => {
      const exact = await exactTimes(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'tags.create',
        plan: async (read) => {
          const { id: caseId } = await requireActive(read, 'case', input.caseId)
          await requireValid(read, caseId, input.draft, null)
          const after = { ...input.draft, ...exact, id: tagIdSchema.parse(uuidv7()), caseId, ...bornFields(context.user, now()) }
          return { caseId, changes: [{ entity: 'tag', before: null, after }], label: labelOf('tag', after), result: after }
        }
      })
      return result
    }),
    update: os.tags.update.handler(async ({ input, context }) => {
      const exact = await exactTimes(input.draft)
      const { result } = await ledger.write({
        actor: context.user,
        action: 'tags.update',
        plan: async (read) => {
          const before = await requireActive(read, 'tag', input.tagId)
          await requireValid(read, before.caseId, input.draft, before)
          const after = { ...before, ...input.draft, ...exact, ...touchedFields(context.user, now()) }
          return { caseId: after.caseId, changes: [{ entity: 'tag', before, after }], label: labelOf('changeTag', after), result: after }
        }
      })
      return result
    }),
    withdraw: os.tags.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'tags.withdraw',
        entity: 'tag',
        id: input.tagId,
        reason: input.reason,
        labelOf: (record) => labelOf('withdrawTag', record)
      })
    )
  }
}

function requireTimes(draft: TagDraft, durationUs: number): void {
  if (draft.endUs !== null && draft.endUs < draft.startUs) {
    throw new ProblemError('range_reversed', problemWords('tagReversed'))
  }
  if ((draft.endUs ?? draft.startUs) > durationUs) {
    throw new ProblemError('time_outside_footage', problemWords('tagPastEnd', { end: formatFootageTime(durationUs) }))
  }
}

function otherCase(entity: 'footage' | 'person' | 'tag'): ProblemError {
  return new ProblemError('invalid_input', problemWords('ofAnotherCase', { entity }))
}
