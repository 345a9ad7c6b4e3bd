#!/usr/bin/env node
// Makes a fresh clone ready to run. npm calls it before `npm start` and `npm test`, so it must work on Node 20 and
// with nothing installed. With the argument `test` it provides what the tests need as well.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { commandPath, installedNode, isStartedDirectly, nodeModules, pathOutside, projectRoot, say } from './projectPaths.mjs'
import { planInstall, readLockfile } from './staleness.mjs'
import { provideSystemPackages } from './systemPackages.mjs'

/**
 * Installs node_modules from package-lock.json when they are missing or do not fit it.
 * Ends the process with npm's exit status when npm fails, since nothing can run then.
 */
export function provideNodeModules() {
  const wanted = readLockfile(path.join(projectRoot, 'package-lock.json'))
  if (wanted === undefined) {
    say('package-lock.json is missing or damaged. Take it from the repository again.')
    process.exit(1)
  }
  const reason =
    planInstall(wanted, readLockfile(path.join(nodeModules, '.package-lock.json'))) ??
    // The last install was stopped after the packages had come.
    (existsSync(installedNode) ? undefined : 'its Node is missing')
  if (reason === undefined) return
  say(`Installing packages: ${reason}.`)
  // Packages that ask for a newer Node than this one are run with the project's own, so npm's warnings about it would mislead.
  // better-sqlite3 brings its binary along; npm would compile it all the same, which takes a compiler and Python.
  requireNpm('ci', '--ignore-scripts')
  requireNpm('rebuild', 'node', ...installedOf('@ffmpeg-installer'), ...installedOf('@ffprobe-installer'))
  if (runNpm('rebuild', 'ffmpeg-static').status !== 0) {
    say('ffmpeg-static could not fetch its ffmpeg (see above). Another one is looked for when the app starts; Diagnostics names it.')
  }
}

/** @param {string[]} words */
function requireNpm(...words) {
  const done = runNpm(...words)
  if (done.status === 0) return
  say(`npm ${words[0]} failed${done.error === undefined ? '' : `: ${done.error.message}`}. The lines above say why.`)
  process.exit(done.status ?? 1)
}

/** @param {string[]} words */
function runNpm(...words) {
  // A new install deletes node_modules, and with it the Node that may be running this.
  const PATH = pathOutside(process.env['PATH'] ?? '', nodeModules)
  // Started by npm, this runs that same npm; its file can be run by node on every platform.
  const npm = process.env['npm_execpath']
  const [command, first] = npm === undefined ? ['npm', []] : [commandPath('node', PATH) ?? process.execPath, [npm]]
  const options = { cwd: projectRoot, env: { ...process.env, PATH } }
  return spawnSync(command, [...first, ...words, '--loglevel=error'], { ...options, stdio: ['ignore', 2, 2] })
}

/**
 * The packages of a scope that fit this machine, and so were installed.
 * @param {string} scope
 */
function installedOf(scope) {
  const folder = path.join(projectRoot, 'node_modules', scope)
  return existsSync(folder) ? readdirSync(folder).map((name) => `${scope}/${name}`) : []
}

if (isStartedDirectly(import.meta.url)) {
  provideNodeModules()
  provideSystemPackages(process.argv.includes('test'))
}
