import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../../stores/deskStore'

const settleMs = 1200

interface FieldDraft {
  text: string
  setText: (text: string) => void
  /** Hands over what was typed, if anything; for blur and Enter. */
  flush: () => void
}

/**
 * The text of a field while it is typed. `commit` is called once for what was typed: when the field is left, after a pause,
 * or when it goes away; never for what came from outside. A value from outside shows where nothing is being typed. With a `name` that stays
 * the same across starts, each letter is kept, and what a crash left unsaved is typed again and handed over.
 */
export function useFieldDraft(value: string, commit: (text: string) => void, name?: string): FieldDraft {
  const kept = useDraft(name ?? '', value)
  const [left] = useState(name !== undefined && kept.isChanged ? kept.text : null)
  const [typed, setTyped] = useState<string | null>(left)
  const [sent, setSent] = useState<string | null>(null)
  const [seen, setSeen] = useState(value)
  const pending = useRef<string | null>(left)
  const latest = useRef(commit)
  const timer = useRef(0)

  if (seen !== value) {
    setSeen(value)
    // What was typed since the last hand-over stays.
    if (typed === sent) setTyped(null)
  }
  useEffect(() => {
    latest.current = commit
  })
  const flush = () => {
    window.clearTimeout(timer.current)
    const text = pending.current
    pending.current = null
    if (text === null) return
    setSent(text)
    latest.current(text)
    if (name !== undefined) kept.done()
  }
  const flushLatest = useRef(flush)
  useEffect(() => {
    flushLatest.current = flush
  })
  useEffect(() => {
    if (left !== null) timer.current = window.setTimeout(() => flushLatest.current(), settleMs)
    return () => flushLatest.current()
  }, [left])

  return {
    text: typed ?? value,
    setText: (text) => {
      setTyped(text)
      pending.current = text
      if (name !== undefined) kept.change(text)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, settleMs)
    },
    flush
  }
}
