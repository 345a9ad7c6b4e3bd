import type { ComponentProps } from 'react'
import { classNames } from './classNames'
import { Field, type FieldProps } from './Field'
import styles from './Field.module.css'

interface TextAreaProps
  extends Omit<FieldProps, 'children'>, Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'value' | 'onChange' | 'children'> {
  value: string
  onValueChange: (value: string) => void
}

/** Several lines of text. */
export function TextArea({ label, hint, error, isLabelHidden, value, onValueChange, ...rest }: TextAreaProps) {
  return (
    <Field
      label={label}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
    >
      {(control) => (
        <textarea
          {...control}
          className={classNames(styles['control'], styles['area'])}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          {...rest}
        />
      )}
    </Field>
  )
}
