// The Debian packages that the app and its tests need, and which of them a machine lacks.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { commandPath, say } from './projectPaths.mjs'

/**
 * Each package by its names, oldest first: newer Debian and Ubuntu renamed some.
 * `command` is what makes the package needless when it is on the path already.
 * @type {{ names: string[], for: 'app' | 'tests', command?: string[] }[]}
 */
const packages = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'], for: 'app' },
  { names: ['libnss3'], for: 'app' },
  { names: ['libasound2', 'libasound2t64'], for: 'app' },
  { names: ['libgbm1'], for: 'app' },
  { names: ['unzip'], for: 'app', command: ['unzip'] },
  { names: ['ffmpeg'], for: 'app', command: ['ffmpeg'] },
  { names: ['fonts-dejavu-core'], for: 'app' },
  { names: ['espeak-ng'], for: 'app', command: ['espeak-ng'] },
  { names: ['xvfb'], for: 'tests', command: ['xvfb-run'] },
  { names: ['xauth'], for: 'tests', command: ['xauth'] },
  { names: ['chromium'], for: 'tests', command: ['chromium', 'chromium-browser', 'google-chrome'] }
]

/**
 * Which packages to install.
 * @param {boolean} withTests whether the tests are to run too
 * @param {{ isInstalled: (name: string) => boolean, isOffered: (name: string) => boolean, hasCommand: (name: string) => boolean }} machine
 * @returns {string[]} package names, each under the name this machine offers it by
 */
export function planSystemPackages(withTests, machine) {
  return packages
    .filter((one) => withTests || one.for === 'app')
    .filter((one) => !one.names.some(machine.isInstalled) && one.command?.some(machine.hasCommand) !== true)
    .map((one) => one.names.find(machine.isOffered) ?? one.names[0] ?? '')
}

/**
 * Installs the missing packages on Debian as root. Elsewhere, or when that fails, it prints the command that would and goes on:
 * what cannot run without them says so itself.
 * @param {boolean} withTests whether the tests are to run too
 */
export function provideSystemPackages(withTests) {
  if (!existsSync('/etc/debian_version') || commandPath('dpkg') === undefined) return
  const isInstalled = (/** @type {string} */ name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0
  const isOffered = (/** @type {string} */ name) => {
    const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout
    return /Candidate: (?!\(none\))/.test(policy)
  }
  const hasCommand = (/** @type {string} */ name) => commandPath(name) !== undefined
  if (planSystemPackages(withTests, { isInstalled, isOffered: () => true, hasCommand }).length === 0) return

  const isRoot = process.getuid?.() === 0
  const options = { stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  if (isRoot) spawnSync('apt-get', ['update', '-qq'], options)
  const missing = planSystemPackages(withTests, { isInstalled, isOffered, hasCommand })
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!isRoot) {
    say(`System packages are missing. To install them: sudo apt-get update && sudo ${command}`)
    return
  }
  say(`Installing system packages: ${missing.join(' ')}`)
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options)
  if (done.status !== 0) say(`That failed (see above). To try again: apt-get update && ${command}`)
}
