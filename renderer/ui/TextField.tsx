import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field'
import styles from './Field.module.css'

interface TextFieldProps
  extends Omit<FieldProps, 'children'>, Omit<ComponentProps<'input'>, 'className' | 'style' | 'value' | 'onChange' | 'children'> {
  value: string
  onValueChange: (value: string) => void
}

/** One line of text. */
export function TextField({ label, hint, error, isLabelHidden, value, onValueChange, type = 'text', ...rest }: TextFieldProps) {
  return (
    <Field
      label={label}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
    >
      {(control) => (
        <input
          {...control}
          type={type}
          autoComplete="off"
          className={styles['control']}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          {...rest}
        />
      )}
    </Field>
  )
}
