#!/usr/bin/env node
// Finds an Electron to run the app in. Run by itself it prints the binary's path.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isStartedDirectly, projectNode, projectRoot, say, toolEnvironment } from './projectPaths.mjs'

const dayMs = 24 * 60 * 60 * 1000
const packageFolder = path.join(projectRoot, 'node_modules', 'electron')
const failureFile = path.join(projectRoot, '.cache', 'electron-download-failed.json')

/**
 * @typedef {object} ElectronFacts
 * @property {string | undefined} overrideFolder ELECTRON_OVERRIDE_DIST_PATH
 * @property {boolean} overrideHasBinary whether an Electron is in that folder
 * @property {boolean} isInstalled whether the electron package has its binary
 * @property {number | undefined} downloadFailedMs when getting that binary last failed, in milliseconds since 1970
 * @property {number} nowMs
 * @property {string} platform
 * @property {string} arch
 *
 * @typedef {{ kind: 'override' | 'installed' | 'download' | 'prepare' } | { kind: 'none', reason: string }} ElectronChoice
 */

/**
 * Decides which Electron to use: the one named by the environment, the package's own, one that can be downloaded, or, on
 * Linux x64, the older one out of an npm package.
 * @param {ElectronFacts} facts
 * @returns {ElectronChoice}
 */
export function chooseElectron(facts) {
  if (facts.overrideFolder !== undefined && facts.overrideFolder !== '') {
    if (facts.overrideHasBinary) return { kind: 'override' }
    return { kind: 'none', reason: `ELECTRON_OVERRIDE_DIST_PATH is ${facts.overrideFolder}, and there is no Electron in it` }
  }
  if (facts.isInstalled) return { kind: 'installed' }
  const hasFailedLately = facts.downloadFailedMs !== undefined && facts.nowMs - facts.downloadFailedMs < dayMs
  if (!hasFailedLately) return { kind: 'download' }
  if (facts.platform === 'linux' && facts.arch === 'x64') return { kind: 'prepare' }
  return { kind: 'none', reason: 'Electron could not be downloaded within the last day (delete .cache to try again now)' }
}

/**
 * Path of the binary inside an Electron folder.
 * @param {string} folder
 */
function binaryIn(folder) {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function readDownloadFailedMs() {
  try {
    const stored = JSON.parse(readFileSync(failureFile, 'utf8'))
    return typeof stored.failedMs === 'number' && stored.version === electronVersion() ? stored.failedMs : undefined
  } catch {
    return undefined
  }
}

function electronVersion() {
  return String(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version)
}

/** Whether Electron's download host answers. A mirror or a proxy is taken at its word: only the download itself can tell. */
async function canReachDownloads() {
  if (['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY'].some((name) => process.env[name] !== undefined))
    return true
  try {
    const address = `https://github.com/electron/electron/releases/download/v${electronVersion()}/SHASUMS256.txt`
    return (await fetch(address, { signal: AbortSignal.timeout(8000) })).ok
  } catch {
    return false
  }
}

/** Gets the electron package's binary; remembers for a day when that cannot be done. */
async function download() {
  if (await canReachDownloads()) {
    say(`Downloading Electron ${electronVersion()}…`)
    const options = { env: toolEnvironment(), stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]), timeout: 10 * 60 * 1000 }
    spawnSync(projectNode(), [path.join(packageFolder, 'install.js')], options)
    if (existsSync(binaryIn(path.join(packageFolder, 'dist')))) {
      rmSync(failureFile, { force: true })
      return
    }
  }
  mkdirSync(path.dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ version: electronVersion(), failedMs: Date.now() }))
}

/**
 * Finds an Electron, getting one when none is there.
 * @returns {Promise<{ binary: string } | { reason: string }>} the binary's full path, or why there is none
 */
export async function findElectron() {
  if (!existsSync(packageFolder)) return { reason: 'the packages are not installed (npm ci)' }
  const overrideFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const gatherFacts = () => ({
    overrideFolder,
    overrideHasBinary: overrideFolder !== undefined && existsSync(binaryIn(overrideFolder)),
    isInstalled: existsSync(binaryIn(path.join(packageFolder, 'dist'))),
    downloadFailedMs: readDownloadFailedMs(),
    nowMs: Date.now(),
    platform: process.platform,
    arch: process.arch
  })
  let choice = chooseElectron(gatherFacts())
  if (choice.kind === 'download') {
    await download()
    choice = chooseElectron(gatherFacts())
  }
  switch (choice.kind) {
    case 'override':
      return { binary: binaryIn(overrideFolder ?? '') }
    case 'installed':
      return { binary: binaryIn(path.join(packageFolder, 'dist')) }
    case 'prepare': {
      const script = path.join(projectRoot, 'scripts', 'prepareElectron.mjs')
      const done = spawnSync(process.execPath, [script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: 10 * 60 * 1000
      })
      const binary = binaryIn(done.stdout.trim())
      if (done.status === 0 && existsSync(binary)) return { binary }
      return { reason: 'Electron could not be downloaded, and scripts/prepareElectron.mjs could not lay out another' }
    }
    case 'download':
      return { reason: 'Electron could not be downloaded' }
    case 'none':
      return { reason: choice.reason }
  }
}

if (isStartedDirectly(import.meta.url)) {
  const found = await findElectron()
  if ('reason' in found) say(found.reason)
  else process.stdout.write(`${found.binary}\n`)
  process.exitCode = 'reason' in found ? 1 : 0
}
