import { messagesOf } from '#shared/messages/messagesOf'
import { tagDraftSchema, type Tag, type TagDraft } from '#shared/model/tag'

const say = messagesOf('tags')

/** What a reviewer entered of a tag, without who, when and withdrawal. */
export function draftOf(tag: Tag): TagDraft {
  const { footageId, startUs, endUs, details, note, clauseIds } = tag
  return { footageId, startUs, endUs, details, note, clauseIds }
}

/**
 * What is wrong with a draft, by field (`startUs`, `endUs`, `note`, `details.count`, …), in words for the reviewer; empty
 * where it can be saved. `durationUs` is the length of the footage.
 */
export function problemsOfDraft(draft: TagDraft, durationUs: number): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  const parsed = tagDraftSchema.safeParse(draft)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) if (!problems.has(issue.path.join('.'))) problems.set(issue.path.join('.'), issue.message)
  }
  if (draft.startUs > durationUs) problems.set('startUs', say('startAfterFootage'))
  if (draft.endUs !== null && draft.endUs > durationUs) problems.set('endUs', say('endAfterFootage'))
  if (draft.endUs !== null && draft.endUs < draft.startUs) problems.set('endUs', say('endBeforeItsStart'))
  return problems
}
