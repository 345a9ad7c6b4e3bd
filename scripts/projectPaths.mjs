// Where things are in this project, and the environment that its tools run in.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Folders that have a tsconfig.json of their own, in the order in which they build on each other. */
export const layers = ['shared', 'electron/core', 'electron', 'renderer', 'test', 'scripts']

/** The folder that npm installs into, and the Node that it puts there. */
export const nodeModules = path.join(projectRoot, 'node_modules')
export const installedNode = path.join(nodeModules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The Node 24 that npm installs with the project: better-sqlite3 needs 22.12 or later, and the machine's own may be older.
 * @returns {string} path of the binary, or of the running one while node_modules is not there yet
 */
export function projectNode() {
  return existsSync(installedNode) ? installedNode : process.execPath
}

/**
 * The environment for a tool of this project: its own commands, and its own Node, come first on the path.
 * @param {Record<string, string | undefined>} [extra] variables to add
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  const commands = [path.dirname(projectNode()), path.join(projectRoot, 'node_modules', '.bin')]
  return { ...process.env, PATH: [...commands, process.env['PATH'] ?? ''].join(path.delimiter), ...extra }
}

/**
 * The folders of a path variable that lie outside a folder. npm puts node_modules/.bin, and so the project's own Node, first.
 * @param {string} searchPath as in PATH
 * @param {string} folder
 */
export function pathOutside(searchPath, folder) {
  const isInside = (/** @type {string} */ place) => !path.relative(folder, place).startsWith('..') && path.isAbsolute(place)
  return searchPath
    .split(path.delimiter)
    .filter((place) => place !== '' && !isInside(place))
    .join(path.delimiter)
}

/**
 * Full path of a command on the path.
 * @param {string} name the command's name
 * @param {string} [searchPath] where to look
 * @returns {string | undefined} undefined when there is none
 */
export function commandPath(name, searchPath = process.env['PATH'] ?? '') {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const folder of searchPath.split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending)
      if (folder !== '' && existsSync(file)) return file
    }
  }
  return undefined
}

/**
 * Whether a module is the one that node was started with.
 * @param {string} moduleUrl the module's import.meta.url
 */
export function isStartedDirectly(moduleUrl) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl)
}

/**
 * Says something to the person at the terminal. Standard output belongs to the program that is run.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}
