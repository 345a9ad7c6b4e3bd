import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { DraftField } from './DraftField'

const say = messagesOf('tags')

interface CountFieldProps {
  /** What is counted, e.g. `strikes`. */
  noun: string
  value: number | null
  onChange: (count: number | null) => void
}

const most = 1000

/** How often: a whole number from 1 to 1,000, or empty where nobody counted. */
export function CountField({ noun, value, onChange }: CountFieldProps) {
  const [error, setError] = useState('')
  const commit = (text: string) => {
    const typed = text.trim()
    const count = Number(typed)
    const isCount = /^\d+$/.test(typed) && count >= 1 && count <= most
    setError(typed === '' || isCount ? '' : say('countWrong', { most }))
    if (typed === '') onChange(null)
    else if (isCount) onChange(count)
  }
  return (
    <DraftField
      label={say('count', { noun })}
      value={value === null ? '' : String(value)}
      error={error}
      inputMode="numeric"
      placeholder={say('notCounted')}
      onCommit={commit}
    />
  )
}
