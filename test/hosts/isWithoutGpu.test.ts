import { describe, expect, test } from 'vitest'
import { isWithoutGpu } from '../../electron/main/isWithoutGpu'

describe('isWithoutGpu', () => {
  test('Linux without a graphics device', () => {
    expect(isWithoutGpu('linux', () => false)).toBe(true)
    expect(isWithoutGpu('linux', (path) => path === '/dev/dri')).toBe(false)
    expect(isWithoutGpu('linux', (path) => path === '/dev/dxg')).toBe(false)
  })

  test('elsewhere Chromium finds out by itself', () => {
    expect(isWithoutGpu('darwin', () => false)).toBe(false)
    expect(isWithoutGpu('win32', () => false)).toBe(false)
  })
})
