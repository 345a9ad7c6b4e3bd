// Tells whether what was made earlier (node_modules, out/) still fits what it was made from.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Compares the lockfile with npm's own record of what it installed.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile | undefined} installed node_modules/.package-lock.json; npm writes it last, so a broken install has none
 * @returns {string | undefined} why an install is needed; undefined when it is not
 */
export function planInstall(wanted, installed) {
  if (installed === undefined) return 'node_modules is missing or was not finished'
  const present = installed.packages ?? {}
  for (const [folder, entry] of Object.entries(wanted.packages ?? {})) {
    if (folder === '' || entry.link === true) continue
    const found = present[folder]
    if (found === undefined) {
      // A package for another platform, or one that could not be had, is left out and that is fine.
      if (entry.optional === true || entry.devOptional === true) continue
      return `${folder} is not installed`
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return `${folder} is not the version in package-lock.json`
  }
  const surplus = Object.keys(present).find((folder) => wanted.packages?.[folder] === undefined)
  return surplus === undefined ? undefined : `${surplus} is no longer in package-lock.json`
}

/**
 * Reads a lockfile.
 * @param {string} file
 * @returns {Lockfile | undefined} undefined when there is none or it cannot be read as one
 */
export function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * When any of these files and folders, or anything inside them, last changed. Folders count too: their time moves when a file goes.
 * @param {string[]} places paths; those that do not exist count as never changed
 * @returns {number} milliseconds since 1970, 0 for nothing at all
 */
export function newestChangeMs(places) {
  let newestMs = 0
  for (const place of places) {
    const found = statSync(place, { throwIfNoEntry: false })
    if (found === undefined) continue
    newestMs = Math.max(newestMs, found.mtimeMs)
    if (found.isDirectory()) newestMs = Math.max(newestMs, newestChangeMs(readdirSync(place).map((name) => path.join(place, name))))
  }
  return newestMs
}

/**
 * Whether what was built from some sources is out of date.
 * @param {string[]} sources files and folders it is built from
 * @param {string} stamp file whose time is when the build began
 */
export function isBuildStale(sources, stamp) {
  const built = statSync(stamp, { throwIfNoEntry: false })
  return built === undefined || newestChangeMs(sources) > built.mtimeMs
}
