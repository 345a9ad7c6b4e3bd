/** Keys that mean the same wherever they are shown, as in every other program, and that nobody changes. */
export const fixedKeys = {
  close: 'Escape',
  confirm: 'Enter',
  saveForm: 'Ctrl+Enter',
  up: 'ArrowUp',
  down: 'ArrowDown',
  rowStart: 'Home',
  rowEnd: 'End',
  sentence: 'ArrowDown',
  moreWords: 'Shift+ArrowRight'
} as const
