import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasDisplay, parseStartWords } from '../../scripts/start.mjs'
import { planSystemPackages } from '../../scripts/systemPackages.mjs'

describe('parseStartWords', () => {
  const folder = path.resolve('/footage')
  const exists = (file: string) => file === path.join(folder, 'cam 1.mp4')

  test('files are found from the folder that npm was called in', () => {
    expect(parseStartWords(['--browser', 'cam 1.mp4'], folder, exists)).toEqual({
      isBrowserWanted: true,
      passedOn: [path.join(folder, 'cam 1.mp4')]
    })
  })

  test('flags and unknown words are passed on as they are', () => {
    expect(parseStartWords(['--port=0', 'gone.mp4'], folder, exists)).toEqual({
      isBrowserWanted: false,
      passedOn: ['--port=0', 'gone.mp4']
    })
  })
})

describe('hasDisplay', () => {
  test('on Linux it takes X or Wayland', () => {
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', {})).toBe(false)
  })

  test('macOS and Windows always have one', () => {
    expect(hasDisplay('darwin', {})).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })
})

describe('planSystemPackages', () => {
  const bare = { isInstalled: () => false, isOffered: () => true, hasCommand: () => false }

  test('the app needs less than its tests', () => {
    expect(planSystemPackages(false, bare)).not.toContain('xvfb')
    expect(planSystemPackages(true, bare)).toEqual(
      expect.arrayContaining([...planSystemPackages(false, bare), 'xvfb', 'xauth', 'chromium'])
    )
  })

  test('what is there under either name, or as a command from elsewhere, is not asked for', () => {
    const missing = planSystemPackages(true, {
      ...bare,
      isInstalled: (name) => name === 'libasound2t64',
      hasCommand: (name) => name === 'google-chrome'
    })
    expect(missing).not.toContain('libasound2')
    expect(missing).not.toContain('chromium')
    expect(missing).toContain('libgtk-3-0')
  })

  test('the name that the machine offers is used', () => {
    expect(planSystemPackages(false, { ...bare, isOffered: (name) => name !== 'libgtk-3-0' })).toContain('libgtk-3-0t64')
  })
})
