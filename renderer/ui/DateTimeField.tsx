import { parseLocalDateTime, toLocalDateTime } from '#shared/domain/time'
import type { Instant } from '#shared/model/primitives'
import { Field, type FieldProps } from './Field'
import styles from './Field.module.css'

interface DateTimeFieldProps extends Omit<FieldProps, 'children'> {
  /** Null where nothing, or not all of it, is entered. */
  value: Instant | null
  onValueChange: (value: Instant | null) => void
  /** IANA zone whose wall clock is shown. */
  timeZone: string
  disabled?: boolean
}

/** A date and a time to the second, on the wall clock of a zone. */
export function DateTimeField({ value, onValueChange, timeZone, disabled, ...field }: DateTimeFieldProps) {
  const local = value === null ? '' : toLocalDateTime(value, timeZone)
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          step={local.includes('.') ? 0.001 : 1}
          max="9999-12-31T23:59:59"
          className={styles['control']}
          value={local}
          disabled={disabled}
          onChange={(event) => onValueChange(parseLocalDateTime(event.target.value, timeZone))}
        />
      )}
    </Field>
  )
}
