import { Progress } from 'radix-ui'
import styles from './ProgressBar.module.css'

interface ProgressBarProps {
  /** 0 to 1, or null where nobody knows. */
  value: number | null
  /** What is under way; read aloud. */
  label: string
}

/** How far something is. */
export function ProgressBar({ value, label }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(value * 100)
  return (
    <Progress.Root className={styles['track']} value={percent} aria-label={label}>
      <Progress.Indicator className={styles['bar']} style={percent === null ? {} : { width: `${percent}%` }} />
    </Progress.Root>
  )
}
