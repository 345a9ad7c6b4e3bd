import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** How a program ended. `stderr` holds its last lines. */
export interface ProgramEnd {
  exitCode: number | null
  end: 'exited' | 'cancelled' | 'too-long' | 'not-started'
  stderr: string[]
}

export interface ProgramOptions {
  /** After this many milliseconds the program is killed. */
  limitMs: number
  signal?: AbortSignal | undefined
  /** Called with each line of standard output, as it comes; lines are not kept. */
  onLine?: (line: string) => void
  /** Called with the bytes of standard output instead, where it is no text. */
  onBytes?: (bytes: Buffer) => void
  /** The folder that it runs in. */
  cwd?: string
  /** Called with each line of standard error; one that it answers `taken` is no complaint and not kept. */
  onErrorLine?: (line: string) => unknown
}

const keptErrorLines = 200

/**
 * Runs one program without a shell and waits for its end; throws only what a listener threw, after the program is gone.
 * fluent-ffmpeg serves the commands that write video; this serves those whose output is read as it comes, line by line or in
 * bytes, and stopped at once, which fluent-ffmpeg cannot.
 */
export async function runProgram(path: string, args: readonly string[], options: ProgramOptions): Promise<ProgramEnd> {
  if (options.signal?.aborted) return { exitCode: null, end: 'cancelled', stderr: [] }
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd })
  })
  const stderr: string[] = []
  let end: ProgramEnd['end'] = 'exited'
  const thrown: unknown[] = []

  /** A listener that fails, e.g. on a full disk, ends the program; nothing is handed on after that. */
  function guarded<Value>(listener: (value: Value) => void): (value: Value) => void {
    return (value) => {
      if (thrown.length > 0) return
      try {
        listener(value)
      } catch (error) {
        thrown.push(error)
        child.kill('SIGKILL')
      }
    }
  }
  function stop(why: ProgramEnd['end']): void {
    end = why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop('too-long'), options.limitMs)
  const onAbort = () => stop('cancelled')
  options.signal?.addEventListener('abort', onAbort, { once: true })

  if (options.onBytes === undefined)
    createInterface({ input: child.stdout }).on(
      'line',
      guarded((line: string) => options.onLine?.(line))
    )
  else child.stdout.on('data', guarded(options.onBytes))
  createInterface({ input: child.stderr }).on(
    'line',
    guarded((line: string) => {
      if (options.onErrorLine?.(line) === 'taken') return
      stderr.push(line)
      if (stderr.length > keptErrorLines) stderr.shift()
    })
  )
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      end = 'not-started'
      stderr.push(error.message)
      resolve(null)
    })
    child.once('close', (code, killedBy) => {
      if (killedBy !== null && end === 'exited') stderr.push(`it crashed (${killedBy})`)
      resolve(code)
    })
  })
  clearTimeout(timer)
  options.signal?.removeEventListener('abort', onAbort)
  if (thrown.length > 0) throw thrown[0]
  return { exitCode, end, stderr }
}
