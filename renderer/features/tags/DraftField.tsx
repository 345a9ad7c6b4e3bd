import type { ReactNode, Ref } from 'react'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { useFieldDraft } from './useFieldDraft'

interface DraftFieldProps {
  label: string
  value: string
  error?: string | undefined
  hint?: ReactNode
  /** Called with what was typed when the field is left, on Enter, and after a pause. */
  onCommit: (text: string) => void
  inputMode?: 'numeric' | 'text'
  placeholder?: string
  ref?: Ref<HTMLInputElement>
}

/** One line of text that saves itself. */
export function DraftField({ label, value, error, hint, onCommit, ...rest }: DraftFieldProps) {
  const field = useFieldDraft(value, onCommit)
  return (
    <TextField
      label={label}
      value={field.text}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      onValueChange={field.setText}
      onBlur={field.flush}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        field.flush()
        event.currentTarget.blur()
      }}
      {...rest}
    />
  )
}

/** Several lines of text that save themselves. */
export function DraftArea({ label, value, error, rows, name, onCommit }: DraftFieldProps & { rows: number; name: string }) {
  const field = useFieldDraft(value, onCommit, name)
  return <TextArea label={label} value={field.text} error={error} rows={rows} onValueChange={field.setText} onBlur={field.flush} />
}
