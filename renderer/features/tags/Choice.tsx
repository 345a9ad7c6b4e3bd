import { SegmentedControl } from '../../ui/SegmentedControl'
import { answerWord } from './answerWords'
import styles from './TagEditor.module.css'

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly Value[]
  onChoose: (value: Value) => void
}

/** One of a few words, under its label. */
export function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <div className={styles['field']}>
      <span aria-hidden className={styles['label']}>
        {label}
      </span>
      <SegmentedControl
        label={label}
        size="small"
        value={value}
        options={options.map((option) => ({ value: option, label: answerWord(option) }))}
        onValueChange={onChoose}
      />
    </div>
  )
}
