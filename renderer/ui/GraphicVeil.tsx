import { EyeOff } from 'lucide-react'
import { Button } from './Button'
import styles from './GraphicVeil.module.css'

interface GraphicVeilProps {
  /** Says that the picture is blurred. */
  label: string
  showLabel: string
  keyHint?: string
  onShow: () => void
}

/** Lies over a picture that is blurred: says so, and shows it when asked to. */
export function GraphicVeil({ label, showLabel, keyHint, onShow }: GraphicVeilProps) {
  return (
    <div className={styles['veil']}>
      <p className={styles['words']}>
        <EyeOff aria-hidden className={styles['icon']} />
        {label}
      </p>
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={onShow} {...(keyHint === undefined ? {} : { keyHint })}>
        {showLabel}
      </Button>
    </div>
  )
}
