// Runs the app itself and ends as it ends.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { say } from './projectPaths.mjs'

/**
 * Runs a program on this terminal, hands it the signals that end a program, and ends this process with its exit status.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function runProgram(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`${command} could not be started: ${error.message}`)
    process.exitCode = 1
  })
  // The shell's convention for a program that a signal ended.
  child.on('exit', (status, signal) => process.exit(status ?? (signal === null ? 1 : 128 + constants.signals[signal])))
}
