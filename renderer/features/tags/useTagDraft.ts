import { useRef, useState } from 'react'
import type { Tag, TagDraft } from '#shared/model/tag'
import { changeTag } from './tagActions'
import { draftOf, problemsOfDraft } from './tagDraft'

/** Changes what is entered of a tag; `fields` are those that the change is about, as `problems` names them. */
export type ChangeDraft = (change: (draft: TagDraft) => TagDraft, fields: readonly string[]) => void

interface DraftOfTag {
  /** The tag with what is on its way to the core already in it. */
  shown: Tag
  /** What could not be saved, by field. */
  problems: ReadonlyMap<string, string>
  change: ChangeDraft
}

/** Saves one change after the other. What the core refuses falls back to what it holds. `durationUs` is the length of the footage. */
export function useTagDraft(tag: Tag, durationUs: number): DraftOfTag {
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const [awaited, setAwaited] = useState<TagDraft | null>(null)
  const underwayCount = useRef(0)

  const change: ChangeDraft = (apply, fields) => {
    const draft = apply(awaited ?? draftOf(tag))
    const found = problemsOfDraft(draft, durationUs)
    setProblems((before) => new Map([...[...before].filter(([field]) => !fields.includes(field)), ...found]))
    if (found.size > 0) return
    setAwaited((before) => apply(before ?? draftOf(tag)))
    underwayCount.current += 1
    void changeTag(tag.id, apply).finally(() => {
      underwayCount.current -= 1
      if (underwayCount.current === 0) setAwaited(null)
    })
  }
  return { shown: awaited === null ? tag : { ...tag, ...awaited }, problems, change }
}
