/** What a key press says, as far as shortcuts ask. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Where a key press lands, which decides who may have it. */
export type KeyPlace = 'text' | 'choice' | 'button' | 'range' | 'page'

const editingKeys = new Set([
  'a',
  'b',
  'c',
  'i',
  'u',
  'v',
  'x',
  'y',
  'z',
  'arrowleft',
  'arrowright',
  'arrowup',
  'arrowdown',
  'home',
  'end',
  'backspace',
  'delete'
])
const choiceKeys = new Set([' ', 'enter', 'arrowleft', 'arrowright', 'arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown'])

/** True where the press is the combination, e.g. `Ctrl+Shift+Z`. `Ctrl` in a combination is Cmd on a Mac. */
export function matchesKeys(keys: string, press: KeyPress, isMac: boolean): boolean {
  const parts = keys.split(/\+(?=.)/)
  const wanted = normalKey(parts.at(-1) ?? '')
  const modifiers = new Set(parts.slice(0, -1))
  const isCtrl = isMac ? press.metaKey : press.ctrlKey
  const isOtherModifier = isMac ? press.ctrlKey : press.metaKey
  if (normalKey(press.key) !== wanted || isOtherModifier) return false
  if (modifiers.has('Ctrl') !== isCtrl || modifiers.has('Alt') !== press.altKey) return false
  // A sign such as `?` needs Shift on one keyboard and not on another; the sign itself is what counts.
  return isSign(wanted) || modifiers.has('Shift') === press.shiftKey
}

/** True where the press belongs to what has the focus, and no shortcut may take it. */
export function belongsToFocus(press: KeyPress, place: KeyPlace): boolean {
  const key = normalKey(press.key)
  const isCombined = press.ctrlKey || press.metaKey
  // What has steps takes them from the arrows alone; one that means more by Shift takes its own presses first.
  const isStep = choiceKeys.has(key) && !(press.shiftKey && key.startsWith('arrow'))
  switch (place) {
    case 'text':
      return key !== 'escape' && (!isCombined || editingKeys.has(key))
    case 'choice':
      return !isCombined && key !== 'escape' && (isStep || key.length === 1)
    case 'range':
      return !isCombined && isStep
    case 'button':
      return !isCombined && (key === ' ' || key === 'enter')
    case 'page':
      return false
  }
}

function normalKey(key: string): string {
  return key === 'Space' ? ' ' : key.toLowerCase()
}

/** True for a key that types a sign, such as `?`, whether or not Shift is held for it. */
export const isSign = (key: string): boolean =>
  key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key)
