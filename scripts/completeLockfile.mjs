#!/usr/bin/env node
// Completes package-lock.json with the builds of packages for other platforms. A registry that serves only some platforms makes
// npm leave the others' builds out, and then `npm ci` refuses the lockfile everywhere. Run it after `npm install` added a package.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isStartedDirectly, projectRoot, say } from './projectPaths.mjs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/**
 * @typedef {{ version: string, optional: true, os?: string[], cpu?: string[], libc?: string[] }} PlatformEntry
 * @typedef {{ packages: Record<string, { optionalDependencies?: Record<string, string> } | PlatformEntry> }} WholeLockfile
 */

/**
 * What a build's name says about the platform it is for.
 * @param {string} name for example `@scope/thing-linux-arm64-musl`
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] } | undefined} undefined when the name tells no platform
 */
export function parsePlatform(name) {
  const words = name.split(/[-/]/)
  const os = systems.find((system) => words.includes(system)) ?? (words.includes('win') ? 'win32' : undefined)
  const cpu = processors.find((processor) => words.includes(processor))
  if (os === undefined && cpu === undefined) return undefined
  const last = words.at(-1) ?? ''
  const libc = last.startsWith('musl') ? 'musl' : last.startsWith('gnu') ? 'glibc' : undefined
  return {
    ...(os === undefined ? {} : { os: [os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] })
  }
}

/**
 * The entries that a lockfile lacks: optional packages that another one names with an exact version and that are for one platform.
 * @param {WholeLockfile} lockfile
 * @returns {Record<string, PlatformEntry>} by folder
 */
export function planMissingPlatforms(lockfile) {
  /** @type {Record<string, PlatformEntry>} */
  const missing = {}
  for (const entry of Object.values(lockfile.packages)) {
    if (!('optionalDependencies' in entry)) continue
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = parsePlatform(name)
      const folder = `node_modules/${name}`
      if (platform === undefined || folder in lockfile.packages || !/^\d/.test(version)) continue
      missing[folder] = { version, ...platform, optional: true }
    }
  }
  return missing
}

if (isStartedDirectly(import.meta.url)) {
  const file = path.join(projectRoot, 'package-lock.json')
  const lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = planMissingPlatforms(lockfile)
  lockfile.packages = Object.fromEntries(Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`)
  say(`Added ${Object.keys(missing).length} builds for other platforms.`)
}
