import { ChevronDown } from 'lucide-react'
import { classNames } from './classNames'
import { Field, type FieldProps } from './Field'
import fieldStyles from './Field.module.css'
import styles from './Select.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  /** Shown after the label. */
  hint?: string
}

interface SelectProps<Value extends string> extends Omit<FieldProps, 'children'> {
  value: Value
  onValueChange: (value: Value) => void
  options: readonly SelectOption<Value>[]
  disabled?: boolean
}

/** One of several. The browser's own list: it opens over dialogs, takes typed letters, and needs no style tag. */
export function Select<Value extends string>({ value, onValueChange, options, disabled, ...field }: SelectProps<Value>) {
  return (
    <Field {...field}>
      {(control) => (
        <span className={styles['frame']}>
          <select
            {...control}
            className={classNames(fieldStyles['control'], styles['select'])}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value)
              if (chosen !== undefined) onValueChange(chosen.value)
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.hint === undefined || option.hint === '' ? option.label : `${option.label} · ${option.hint}`}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden className={styles['arrow']} />
        </span>
      )}
    </Field>
  )
}
