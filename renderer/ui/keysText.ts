import { messagesOf } from '#shared/messages/messagesOf'
import { isMac } from './isMac'

const say = messagesOf('ui')

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del'
}

/** The keys of a combination such as `Ctrl+K` or `Shift+ArrowRight`, each as it is written on its cap. */
export function keyCaps(keys: string): string[] {
  // `Ctrl++` is Ctrl and the plus key itself.
  return keys
    .split(/\+(?=.)/)
    .filter((part) => part !== '')
    .map(nameOf)
}

/** A combination as it is said in a sentence, e.g. `Shift+→`. */
export const keysText = (keys: string): string => keyCaps(keys).join('+')

function nameOf(part: string): string {
  if (part === 'Ctrl' && isMac) return '⌘'
  if (part === ' ' || part === 'Space') return say('space')
  return symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part)
}
