import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { commandCatalog } from '../../../renderer/app/commandCatalog'
import { chosenKeys, conflictsOf, isOwnOfWindow, keysOfPress, planKeys, shareScreen, type KeyChoices } from '../../../renderer/app/planKeys'
import { matchesKeys } from '../../../renderer/app/shortcutKeys'

const commands = commandCatalog(shippedCodebook)
const keyNames = [...new Set(commands.flatMap(({ keys }) => keys)), 'Ctrl+Shift+P', 'F2', 'z', 'ctrl+z']
const find = (id: string) => {
  const found = commands.find((command) => command.id === id)
  if (found === undefined) throw new Error(`No command ${id}`)
  return found
}

/** Pairs of commands of one screen that share a key which is not the own key of both. */
function clashes(choices: KeyChoices): string[] {
  const lower = (keys: readonly string[]) => keys.map((key) => key.toLowerCase())
  return commands.flatMap((one, at) =>
    commands.slice(at + 1).flatMap((other) => {
      if (!shareScreen(one.scope, other.scope)) return []
      const others = lower(chosenKeys(choices, other))
      return lower(chosenKeys(choices, one))
        .filter((key) => others.includes(key) && !(lower(one.keys).includes(key) && lower(other.keys).includes(key)))
        .map((key) => `${key}: ${one.id}, ${other.id}`)
    })
  )
}

describe('the catalog of commands', () => {
  it('names each command once', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  })

  it('has only those commands share a key on one screen that are each meant in a state of its own', () => {
    const shared = new Map<string, string[]>()
    for (const one of commands)
      for (const other of commands) {
        if (one.id >= other.id || !shareScreen(one.scope, other.scope)) continue
        for (const key of one.keys) if (other.keys.includes(key)) shared.set(key, [...(shared.get(key) ?? []), one.id, other.id])
      }
    const byKey = Object.fromEntries([...shared].map(([key, ids]) => [key, [...new Set(ids)].sort()]))
    expect(byKey).toEqual({
      '1': ['player.camera.1', 'reports.link-agrees'],
      '2': ['player.camera.2', 'reports.link-differs'],
      '3': ['player.camera.3', 'reports.link-contradicts'],
      Enter: ['tags.code.done', 'tags.edit', 'tags.keepMoment'],
      Escape: ['reports.drop-words', 'tags.closeEditor', 'tags.code.done', 'tags.keepMoment'],
      s: ['reports.mark-statement', 'tags.code.whom']
    })
  })
})

describe('planKeys', () => {
  it('gives no two commands of one screen a key that is not their own, after any changes', () => {
    const change = fc.record({
      id: fc.constantFrom(...commands.map(({ id }) => id)),
      keys: fc.option(fc.array(fc.constantFrom(...keyNames), { maxLength: 3 }), { nil: null })
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let choices: KeyChoices = {}
        // Null gives a command its own keys again.
        for (const { id, keys } of changes) choices = planKeys(commands, choices, find(id), keys ?? find(id).keys)
        expect(clashes(choices)).toEqual([])
      })
    )
  })

  it('gives a command just the keys that were asked for, and forgets a choice that is no other than its own', () => {
    const chosen = planKeys(commands, {}, find('player.loop'), ['Shift+O'])
    expect(chosen).toEqual({ 'player.loop': ['Shift+O'] })
    expect(planKeys(commands, chosen, find('player.loop'), ['o'])).toEqual({})
    expect(planKeys(commands, {}, find('player.loop'), [])).toEqual({ 'player.loop': [] })
  })

  it('takes the key from the command that had it, on the same screen only', () => {
    const chosen = planKeys(commands, {}, find('player.loop'), ['j'])
    expect(chosen).toEqual({ 'player.loop': ['j'], 'player.backwards': [] })
    expect(conflictsOf(commands, {}, find('player.loop'), 'j').map(({ id }) => id)).toEqual(['player.backwards'])
    expect(conflictsOf(commands, {}, find('player.loop'), 'CTRL+k').map(({ id }) => id)).toEqual(['app.palette'])
  })
})

describe('keysOfPress', () => {
  const press = fc.record({
    key: fc.constantFrom('a', 'A', 'ñ', '1', '?', '+', ',', ' ', 'ArrowLeft', 'F2', 'Enter', 'Delete'),
    ctrlKey: fc.boolean(),
    metaKey: fc.constant(false),
    shiftKey: fc.boolean(),
    altKey: fc.boolean()
  })

  it('names a press so that it matches its name', () => {
    fc.assert(fc.property(press, (one) => matchesKeys(keysOfPress(one, false) ?? '', one, false)))
  })

  it('waits for a key while only Ctrl, Shift or Alt is held', () => {
    expect(keysOfPress({ key: 'Shift', ctrlKey: false, metaKey: false, shiftKey: true, altKey: false }, false)).toBeNull()
  })

  it('calls Cmd on a Mac Ctrl, as commands do', () => {
    expect(keysOfPress({ key: 'k', ctrlKey: false, metaKey: true, shiftKey: false, altKey: false }, true)).toBe('Ctrl+K')
  })

  it.each(['Tab', 'Shift+Tab', 'Ctrl+C', 'Escape'])('leaves %s to the window', (key) => expect(isOwnOfWindow(key)).toBe(true))
})
