import { describe, expect, it } from 'vitest'
import { belongsToFocus, matchesKeys, type KeyPress } from '../../../renderer/app/shortcutKeys'

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers
})

describe('matchesKeys', () => {
  it.each([
    ['f', press('f'), true],
    ['f', press('F', { shiftKey: true }), false],
    ['Shift+F', press('F', { shiftKey: true }), true],
    // Caps lock is no Shift.
    ['f', press('F'), true],
    ['f', press('f', { ctrlKey: true }), false],
    ['f', press('f', { altKey: true }), false],
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Shift+ArrowRight', press('ArrowRight', { shiftKey: true }), true],
    ['ArrowRight', press('ArrowRight', { shiftKey: true }), false],
    ['Space', press(' '), true],
    // The sign counts, whether or not the keyboard needs Shift for it.
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    [',', press(','), true],
    ['Ctrl++', press('+', { ctrlKey: true, shiftKey: true }), true],
    ['+', press('+'), true],
    ['1', press('1', { shiftKey: true }), false]
  ])('%s against %o: %s', (keys, pressed, expected) => {
    expect(matchesKeys(keys, pressed, false)).toBe(expected)
  })

  it('takes Cmd for Ctrl on a Mac, and not Ctrl', () => {
    expect(matchesKeys('Ctrl+K', press('k', { metaKey: true }), true)).toBe(true)
    expect(matchesKeys('Ctrl+K', press('k', { ctrlKey: true }), true)).toBe(false)
    expect(matchesKeys('k', press('k', { ctrlKey: true }), true)).toBe(false)
  })
})

describe('belongsToFocus', () => {
  it('leaves to a text field what writes and edits, and nothing else', () => {
    expect(belongsToFocus(press('f'), 'text')).toBe(true)
    expect(belongsToFocus(press('?', { shiftKey: true }), 'text')).toBe(true)
    expect(belongsToFocus(press('z', { ctrlKey: true }), 'text')).toBe(true)
    expect(belongsToFocus(press('V', { ctrlKey: true, shiftKey: true }), 'text')).toBe(true)
    expect(belongsToFocus(press('k', { ctrlKey: true }), 'text')).toBe(false)
    expect(belongsToFocus(press('Escape'), 'text')).toBe(false)
  })

  it('leaves to a button what presses it', () => {
    expect(belongsToFocus(press(' '), 'button')).toBe(true)
    expect(belongsToFocus(press('Enter'), 'button')).toBe(true)
    expect(belongsToFocus(press('f'), 'button')).toBe(false)
  })

  it('leaves to a list the letters that find an entry, and to a slider the arrows alone', () => {
    expect(belongsToFocus(press('f'), 'choice')).toBe(true)
    expect(belongsToFocus(press('ArrowDown'), 'choice')).toBe(true)
    expect(belongsToFocus(press('f'), 'range')).toBe(false)
    expect(belongsToFocus(press('ArrowLeft'), 'range')).toBe(true)
    expect(belongsToFocus(press('f'), 'page')).toBe(false)
  })

  it('leaves the arrows with Shift to the commands, also on a list or a slider', () => {
    expect(belongsToFocus(press('ArrowLeft', { shiftKey: true }), 'range')).toBe(false)
    expect(belongsToFocus(press('ArrowLeft', { shiftKey: true }), 'choice')).toBe(false)
    expect(belongsToFocus(press('F', { shiftKey: true }), 'choice')).toBe(true)
  })
})
