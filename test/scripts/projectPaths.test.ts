import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathOutside } from '../../scripts/projectPaths.mjs'

describe('pathOutside', () => {
  test('leaves out what lies in the folder, and nothing that only begins like it', () => {
    const folder = path.resolve('/project/node_modules')
    const kept = ['/usr/bin', '/project/node_modules_old/.bin', '/project'].map((place) => path.resolve(place))
    const all = [path.join(folder, '.bin'), '', ...kept, folder]
    expect(pathOutside(all.join(path.delimiter), folder)).toBe(kept.join(path.delimiter))
  })
})
