import { useEffect, useRef, useState } from 'react'

const settleMs = 1200

interface FieldDraft {
  text: string
  setText: (text: string) => void
  /** Hands over what was typed, if anything; for blur and Enter. */
  flush: () => void
}

/**
 * The text of a field while it is typed. `commit` is called once for what was typed: when the field is left, after a pause,
 * or when it goes away; never for what came from outside. A value from outside shows where nothing is being typed.
 */
export function useFieldDraft(value: string, commit: (text: string) => void): FieldDraft {
  const [typed, setTyped] = useState<string | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const [seen, setSeen] = useState(value)
  const pending = useRef<string | null>(null)
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
  }
  useEffect(() => flush, [])

  return {
    text: typed ?? value,
    setText: (text) => {
      setTyped(text)
      pending.current = text
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, settleMs)
    },
    flush
  }
}
