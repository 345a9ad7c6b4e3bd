import { useState } from 'react'
import type { Tag, TagDraft } from '#shared/model/tag'
import { changeTag } from './tagActions'
import { draftOf, problemsOfDraft } from './tagDraft'

/** Changes what is entered of a tag; `fields` are those that the change is about, as `problems` names them. */
export type ChangeDraft = (change: (draft: TagDraft) => TagDraft, fields: readonly string[]) => void

/** Saves one change after the other, and says by field what could not be saved. `durationUs` is the length of the footage. */
export function useTagDraft(tag: Tag, durationUs: number): { problems: ReadonlyMap<string, string>; change: ChangeDraft } {
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const change: ChangeDraft = (apply, fields) => {
    const found = problemsOfDraft(apply(draftOf(tag)), durationUs)
    setProblems((before) => new Map([...[...before].filter(([field]) => !fields.includes(field)), ...found]))
    if (found.size === 0) void changeTag(tag.id, apply)
  }
  return { problems, change }
}
