import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isBuildStale, newestChangeMs, planInstall, readLockfile } from '../../scripts/staleness.mjs'

const lock = (packages: Record<string, object>) => ({ packages: { '': { version: '1.0.0' }, ...packages } })
const zod = { version: '4.0.0', integrity: 'sha512-a' }

describe('planInstall', () => {
  test('is content when every package is there as locked', () => {
    expect(planInstall(lock({ 'node_modules/zod': zod }), { packages: { 'node_modules/zod': zod } })).toBeUndefined()
  })

  test('asks for an install when npm never finished one', () => {
    expect(planInstall(lock({}), undefined)).toContain('not finished')
  })

  test('names a package that is missing', () => {
    expect(planInstall(lock({ 'node_modules/zod': zod }), { packages: {} })).toBe('node_modules/zod is not installed')
  })

  test('does without an optional package', () => {
    expect(planInstall(lock({ 'node_modules/ffmpeg-static': { ...zod, optional: true } }), { packages: {} })).toBeUndefined()
  })

  test('sees another version, and another content under the same version', () => {
    const wanted = lock({ 'node_modules/zod': zod })
    expect(planInstall(wanted, { packages: { 'node_modules/zod': { ...zod, version: '3.0.0' } } })).toContain('not the version')
    expect(planInstall(wanted, { packages: { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } } })).toContain('not the version')
  })

  test('sees a package that was taken out of the lockfile', () => {
    expect(planInstall(lock({}), { packages: { 'node_modules/zod': zod } })).toContain('no longer')
  })
})

describe('files on disk', () => {
  let folder = ''
  const put = (name: string, seconds: number) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, '')
    utimesSync(file, seconds, seconds)
    return file
  }
  const dateFolder = (name: string, seconds: number) => {
    utimesSync(path.join(folder, name), seconds, seconds)
  }
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'staleness-'))
    put('src/a.ts', 1000)
    put('src/deep/b.ts', 2000)
    dateFolder('src/deep', 500)
    dateFolder('src', 500)
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('the newest change is found however deep it is', () => {
    expect(newestChangeMs([path.join(folder, 'src'), path.join(folder, 'none')])).toBe(2_000_000)
  })

  test('a build older than a source is stale, a younger one is not, and none at all is', () => {
    const sources = [path.join(folder, 'src')]
    expect(isBuildStale(sources, put('built', 1999))).toBe(true)
    expect(isBuildStale(sources, put('built', 2001))).toBe(false)
    expect(isBuildStale(sources, path.join(folder, 'none'))).toBe(true)
  })

  test('a source that was deleted makes the build stale', () => {
    const stamp = put('built', 2001)
    rmSync(path.join(folder, 'src/a.ts'))
    expect(isBuildStale([path.join(folder, 'src')], stamp)).toBe(true)
  })

  test('a damaged lockfile counts as none', () => {
    const file = put('lock.json', 1)
    writeFileSync(file, '{ "packages": ')
    expect(readLockfile(file)).toBeUndefined()
  })
})
