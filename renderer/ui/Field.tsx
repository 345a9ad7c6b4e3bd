import { useId, type ReactNode } from 'react'
import { classNames } from './classNames'
import styles from './Field.module.css'

/** What a control inside a field must carry so that label, hint and error are read with it. */
export interface FieldControlProps {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What is wrong with the value, in words; nothing is shown when it is undefined or empty. */
  error?: string | undefined
  /** True where the label is read aloud only. */
  isLabelHidden?: boolean
  children: (control: FieldControlProps) => ReactNode
}

/** A label with its control, hint and error. */
export function Field({ label, hint, error, isLabelHidden = false, children }: FieldProps) {
  const id = useId()
  const hasError = error !== undefined && error !== ''
  const describedBy = [hint === undefined ? null : `${id}-hint`, hasError ? `${id}-error` : null].filter((part) => part !== null)
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={classNames(styles['label'], isLabelHidden && styles['hidden'])}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy.length > 0 ? { 'aria-describedby': describedBy.join(' ') } : {}),
        ...(hasError ? { 'aria-invalid': true } : {})
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {hasError && (
        <p id={`${id}-error`} className={styles['error']}>
          {error}
        </p>
      )}
    </div>
  )
}
