import { homedir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolderOf } from '../../electron/hosts/dataFolder'

describe('dataFolderOf', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('takes COUNTERSIGN_HOME before all else on %s', (platform) => {
    expect(dataFolderOf({ COUNTERSIGN_HOME: '/evidence/one', XDG_DATA_HOME: '/x', APPDATA: '/y' }, platform)).toBe('/evidence/one')
  })

  it('takes a relative COUNTERSIGN_HOME from where the app was started, and an empty one as none', () => {
    expect(dataFolderOf({ COUNTERSIGN_HOME: 'here' }, 'linux')).toBe(path.resolve('here'))
    expect(dataFolderOf({ COUNTERSIGN_HOME: '' }, 'linux')).toBe(dataFolderOf({}, 'linux'))
  })

  it.each([
    ['linux', {}, path.join(homedir(), '.local', 'share', 'countersign')],
    ['linux', { XDG_DATA_HOME: '/share' }, path.join('/share', 'countersign')],
    ['darwin', {}, path.join(homedir(), 'Library', 'Application Support', 'Countersign')],
    ['win32', { APPDATA: '/roaming' }, path.join('/roaming', 'Countersign')],
    ['win32', {}, path.join(homedir(), 'AppData', 'Roaming', 'Countersign')]
  ] as const)('keeps to the place of the platform %s with %j', (platform, env, folder) => {
    expect(dataFolderOf(env, platform)).toBe(folder)
  })
})
