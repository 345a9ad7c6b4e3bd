import { isMac } from './isMac'
import styles from './Kbd.module.css'

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del'
}

/** A key combination such as `Ctrl+K` or `Shift+ArrowRight`, one cap for each key. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']}>
      {partsOf(keys).map((part) => (
        <kbd key={part} className={styles['key']}>
          {nameOf(part)}
        </kbd>
      ))}
    </span>
  )
}

function partsOf(keys: string): string[] {
  // `Ctrl++` is Ctrl and the plus key itself.
  return keys.split(/\+(?=.)/).filter((part) => part !== '')
}

function nameOf(part: string): string {
  if (part === 'Ctrl' && isMac) return '⌘'
  return symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part)
}
