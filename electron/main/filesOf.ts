import path from 'node:path'

/** The files that a command line names: what follows the program and the app's folder and is no flag. */
export function filesOf(argv: readonly string[], appFolder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && path.resolve(argument) !== path.resolve(appFolder))
    .map((argument) => path.resolve(argument))
}
