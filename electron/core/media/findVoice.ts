import { findOnPath, type Environment } from './findTools'
import { runProgram } from './runProgram'

/** A program of this machine that speaks a text into a sound file. */
export interface Voice {
  /** The program's name, e.g. `espeak-ng`. */
  name: string
  /** The ending of the files that it writes, e.g. `.wav`. */
  extension: string
  /** Speaks `text` into `outPath`; false where it fails or takes longer than 10 s. `pitch` is 0 to 99, 50 in the middle. */
  speak(text: string, outPath: string, options: { pitch: number; signal: AbortSignal }): Promise<boolean>
}

const speakLimitMs = 10_000

const programs = [
  { name: 'espeak-ng', extension: '.wav', args: espeakArguments },
  { name: 'espeak', extension: '.wav', args: espeakArguments },
  { name: 'say', extension: '.aiff', args: (text: string, outPath: string) => ['-o', outPath, '--', text] }
]

/** Looks for a voice on the PATH: espeak-ng, espeak, or macOS's say. Null where there is none. */
export async function findVoice(env: Environment): Promise<Voice | null> {
  for (const program of programs) {
    const path = await findOnPath(program.name, env)
    if (path === null) continue
    return {
      name: program.name,
      extension: program.extension,
      async speak(text, outPath, { pitch, signal }) {
        const run = await runProgram(path, program.args(text, outPath, pitch), { limitMs: speakLimitMs, signal })
        return run.end === 'exited' && run.exitCode === 0
      }
    }
  }
  return null
}

function espeakArguments(text: string, outPath: string, pitch: number): string[] {
  return ['-v', 'en-us', '-s', '165', '-p', String(pitch), '-w', outPath, '--', text]
}
