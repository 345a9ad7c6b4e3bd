import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The project's folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Folders that hold the project's code. */
export const codeFolders = ['shared', 'electron', 'renderer', 'test', 'scripts']

/**
 * The code files in some of the project's folders, declarations of foreign types (.d.ts) aside.
 * @param folders folders, relative to the project's
 * @returns paths relative to the project's folder, with forward slashes, sorted
 */
export function listSourceFiles(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, ...name.split(path.sep))
      )
    )
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
}
