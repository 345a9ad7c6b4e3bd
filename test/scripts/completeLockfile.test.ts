import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parsePlatform, planMissingPlatforms } from '../../scripts/completeLockfile.mjs'
import { projectRoot } from '../../scripts/projectPaths.mjs'

describe('parsePlatform', () => {
  test.each([
    ['@scope/thing-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@scope/thing-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@scope/binding-darwin-x64', { os: ['darwin'], cpu: ['x64'] }],
    ['@scope/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@scope/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@esbuild/linux-x64', { os: ['linux'], cpu: ['x64'] }]
  ])('%s', (name, platform) => {
    expect(parsePlatform(name)).toEqual(platform)
  })

  test('a name without a platform tells none', () => {
    expect(parsePlatform('fsevents')).toBeUndefined()
  })
})

describe('planMissingPlatforms', () => {
  const present = { version: '1.0.0', optional: true as const }
  const parent = {
    optionalDependencies: { '@a/b-linux-x64-gnu': '1.0.0', '@a/b-darwin-arm64': '1.0.0', '@a/b-win32-x64': '^1.0.0', fsevents: '2.3.3' }
  }

  test('adds exactly the exact builds that are not there', () => {
    const packages = { 'node_modules/@a/b': parent, 'node_modules/@a/b-linux-x64-gnu': present }
    expect(planMissingPlatforms({ packages })).toEqual({
      'node_modules/@a/b-darwin-arm64': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], optional: true }
    })
  })

  test("this project's lockfile lacks none", () => {
    const entry = z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })
    const lockfile = z.object({
      packages: z.record(
        z.string(),
        entry.transform(({ optionalDependencies = {} }) => ({ optionalDependencies }))
      )
    })
    const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')
    expect(Object.keys(planMissingPlatforms(lockfile.parse(JSON.parse(text))))).toEqual([])
  })
})
