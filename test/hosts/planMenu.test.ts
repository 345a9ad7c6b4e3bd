import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setCurrentLocale } from '#shared/messages/locale'
import type { WindowMenu } from '#shared/rpc/windowMenu'
import { planMenu } from '../../electron/main/planMenu'

const menu: WindowMenu = {
  locale: 'en',
  groups: [
    {
      label: 'Playback',
      items: [
        { id: 'player.toggle', label: 'Play & pause', keys: 'Space', isEnabled: true },
        { id: 'timeline.zoomIn', label: 'Zoom in', keys: '+', isEnabled: false },
        { id: 'player.on', label: 'On', keys: 'Shift+ArrowRight', isEnabled: true },
        { id: 'player.strange', label: 'Strange', keys: 'ñ', isEnabled: true },
        { id: 'player.none', label: 'None', keys: null, isEnabled: true }
      ]
    }
  ]
}

const itemsOf = (template: MenuItemConstructorOptions[], label: string) => {
  const items = template.find((one) => one.label === label)?.submenu
  if (!Array.isArray(items)) throw new Error(`No menu ${label}`)
  return items
}

afterEach(() => setCurrentLocale('en'))

describe('planMenu', () => {
  it('shows each command under its group, with its key, which the window alone answers to', () => {
    const items = itemsOf(planMenu('linux', menu, vi.fn()), 'Playback')
    expect(items.map(({ label, accelerator, enabled, registerAccelerator }) => [label, accelerator, enabled, registerAccelerator])).toEqual(
      [
        ['Play && pause', 'Space', true, false],
        ['Zoom in', 'Plus', false, false],
        ['On', 'Shift+Right', true, false],
        ['Strange', undefined, true, undefined],
        ['None', undefined, true, undefined]
      ]
    )
  })

  it('names no key on a Mac, where the menu would take it from text fields', () => {
    expect(itemsOf(planMenu('darwin', menu, vi.fn()), 'Playback').every((item) => item.accelerator === undefined)).toBe(true)
  })

  it('hands on the id of the command that was chosen', () => {
    const run = vi.fn()
    const [first] = itemsOf(planMenu('linux', menu, run), 'Playback')
    Reflect.apply(first?.click ?? (() => undefined), undefined, [])
    expect(run).toHaveBeenCalledWith('player.toggle')
  })

  it('speaks the language of the window', () => {
    setCurrentLocale('es')
    expect(planMenu('linux', null, vi.fn()).map(({ label }) => label)).toEqual(['Archivo', 'Edición', 'Ver', 'Ventana'])
  })
})
