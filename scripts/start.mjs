#!/usr/bin/env node
// npm start: builds when needed, then opens the app in Electron, or, where there is none or no display, serves it to a browser.
//   npm start -- [--browser] [video or report files…]
import { existsSync } from 'node:fs'
import path from 'node:path'
import { provideBuild } from './build.mjs'
import { findElectron } from './electronPath.mjs'
import { isStartedDirectly, projectNode, projectRoot, say, toolEnvironment } from './projectPaths.mjs'
import { runProgram } from './runProgram.mjs'

/**
 * Splits the words of the command line. Files are given as seen from the folder that npm was called in.
 * @param {string[]} words
 * @param {string} callerFolder
 * @param {(file: string) => boolean} exists
 * @returns {{ isBrowserWanted: boolean, passedOn: string[] }}
 */
export function parseStartWords(words, callerFolder, exists) {
  const passedOn = words
    .filter((word) => word !== '--browser')
    .map((word) => {
      const file = path.resolve(callerFolder, word)
      return !word.startsWith('-') && exists(file) ? file : word
    })
  return { isBrowserWanted: words.includes('--browser'), passedOn }
}

/**
 * Whether windows can be opened here.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} environment
 */
export function hasDisplay(platform, environment) {
  if (platform !== 'linux') return true
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '')
}

async function start() {
  const { isBrowserWanted, passedOn } = parseStartWords(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd(), existsSync)
  provideBuild()
  const found = await (async () => {
    if (isBrowserWanted) return { reason: undefined }
    if (!hasDisplay(process.platform, process.env)) return { reason: 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)' }
    return findElectron()
  })()
  if ('binary' in found) {
    const flags = []
    if (process.platform === 'linux' && process.getuid?.() === 0) {
      say("Running as root: Electron's process sandbox is off (--no-sandbox). Use an ordinary account for real work.")
      flags.push('--no-sandbox')
    }
    runProgram(found.binary, [...flags, projectRoot, ...passedOn], { cwd: projectRoot, env: toolEnvironment() })
    return
  }
  if (found.reason !== undefined) say(`Serving to a browser instead of opening a window: ${found.reason}.`)
  runProgram(projectNode(), [path.join(projectRoot, 'out', 'main', 'browserHost.js'), ...passedOn], {
    cwd: projectRoot,
    env: toolEnvironment()
  })
}

if (isStartedDirectly(import.meta.url)) await start()
