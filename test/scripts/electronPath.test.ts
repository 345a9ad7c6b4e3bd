import { describe, expect, test } from 'vitest'
import { chooseElectron } from '../../scripts/electronPath.mjs'

const hourMs = 60 * 60 * 1000
const facts = {
  overrideFolder: undefined,
  overrideHasBinary: false,
  isInstalled: false,
  downloadFailedMs: undefined,
  nowMs: Date.UTC(2026, 0, 2),
  platform: 'linux',
  arch: 'x64'
}

describe('chooseElectron', () => {
  test('the one that the environment names comes before the installed one', () => {
    expect(chooseElectron({ ...facts, overrideFolder: '/electron', overrideHasBinary: true, isInstalled: true })).toEqual({
      kind: 'override'
    })
  })

  test('a named folder without Electron is said, not passed over', () => {
    const choice = chooseElectron({ ...facts, overrideFolder: '/electron', isInstalled: true })
    expect(choice).toEqual({ kind: 'none', reason: 'ELECTRON_OVERRIDE_DIST_PATH is /electron, and there is no Electron in it' })
  })

  test('an empty name is no name', () => {
    expect(chooseElectron({ ...facts, overrideFolder: '', isInstalled: true })).toEqual({ kind: 'installed' })
  })

  test('without any, it is downloaded', () => {
    expect(chooseElectron(facts)).toEqual({ kind: 'download' })
  })

  test('after a failed download the npm-hosted one serves for a day, then the download is tried again', () => {
    expect(chooseElectron({ ...facts, downloadFailedMs: facts.nowMs - 23 * hourMs })).toEqual({ kind: 'prepare' })
    expect(chooseElectron({ ...facts, downloadFailedMs: facts.nowMs - 24 * hourMs })).toEqual({ kind: 'download' })
  })

  test.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64']
  ])('where no other can be had (%s %s) it says why', (platform, arch) => {
    const choice = chooseElectron({ ...facts, platform, arch, downloadFailedMs: facts.nowMs })
    expect(choice.kind === 'none' ? choice.reason : choice.kind).toContain('could not be downloaded')
  })
})
