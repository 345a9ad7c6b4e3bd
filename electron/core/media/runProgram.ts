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
  /** Called with each line of standard error. */
  onErrorLine?: (line: string) => void
}

const keptErrorLines = 200

/**
 * Runs one program without a shell and waits for its end; never throws. fluent-ffmpeg serves the commands that write video;
 * this serves ffprobe, whose output of a long file must be read line by line and stopped at once, which fluent-ffmpeg cannot.
 */
export async function runProgram(path: string, args: readonly string[], options: ProgramOptions): Promise<ProgramEnd> {
  if (options.signal?.aborted) return { exitCode: null, end: 'cancelled', stderr: [] }
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  const stderr: string[] = []
  let end: ProgramEnd['end'] = 'exited'

  function stop(why: ProgramEnd['end']): void {
    end = why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop('too-long'), options.limitMs)
  const onAbort = () => stop('cancelled')
  options.signal?.addEventListener('abort', onAbort, { once: true })

  createInterface({ input: child.stdout }).on('line', (line) => options.onLine?.(line))
  createInterface({ input: child.stderr }).on('line', (line) => {
    stderr.push(line)
    if (stderr.length > keptErrorLines) stderr.shift()
    options.onErrorLine?.(line)
  })
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
  return { exitCode, end, stderr }
}
