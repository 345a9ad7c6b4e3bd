import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, dirname, join, resolve } from 'node:path'
import type { Tool } from '#shared/rpc/diagnostics'
import { z } from 'zod'
import { runProgram } from './runProgram'

export type Environment = Readonly<Record<string, string | undefined>>
interface Candidate {
  path: string
  origin: Tool['origin']
}

const versionLimitMs = 5000

/**
 * Finds ffmpeg and ffprobe: FFMPEG_BIN (ffprobe beside it, or FFPROBE_BIN), the package ffmpeg-static, the PATH, the npm
 * installers. Each is run once with `-version`; one that does not answer in 5 s is passed over and logged.
 */
export async function findTools(env: Environment, log: (line: string) => void): Promise<{ ffmpeg: Tool | null; ffprobe: Tool | null }> {
  const chosen = env['FFMPEG_BIN']
  const chosenProbe = env['FFPROBE_BIN']
  const ffmpeg = await firstThatRuns(log, [
    async () => named(chosen, 'FFMPEG_BIN'),
    async () => named(await packagePath('ffmpeg-static', z.string()), 'ffmpeg-static'),
    async () => named(await findOnPath('ffmpeg', env), 'path'),
    async () => named(await packagePath('@ffmpeg-installer/ffmpeg', installer), 'npm-installer')
  ])
  const ffprobe = await firstThatRuns(log, [
    async () => named(chosenProbe, 'FFMPEG_BIN'),
    async () => named(chosen === undefined ? null : await existing(join(dirname(resolve(chosen)), fileName('ffprobe'))), 'FFMPEG_BIN'),
    async () => named(await findOnPath('ffprobe', env), 'path'),
    async () => named(await packagePath('@ffprobe-installer/ffprobe', installer), 'npm-installer')
  ])
  return { ffmpeg, ffprobe }
}

async function firstThatRuns(log: (line: string) => void, sources: (() => Promise<Candidate | null>)[]): Promise<Tool | null> {
  for (const source of sources) {
    const candidate = await source()
    if (candidate === null) continue
    const version = await readVersion(candidate.path)
    if (version !== null) return { ...candidate, version, isOldBuild: candidate.origin === 'npm-installer' }
    log(`${candidate.path} (${candidate.origin}) does not answer to -version and is passed over`)
  }
  return null
}

async function readVersion(path: string): Promise<string | null> {
  const lines: string[] = []
  const { end, exitCode } = await runProgram(path, ['-version'], { limitMs: versionLimitMs, onLine: (line) => lines.push(line) })
  const version = /^ff(?:mpeg|probe) version (\S+)/.exec(lines[0] ?? '')?.[1]
  return end === 'exited' && exitCode === 0 && version !== undefined ? version : null
}

function named(path: string | null | undefined, origin: Tool['origin']): Candidate | null {
  return path === null || path === undefined || path === '' ? null : { path: resolve(path), origin }
}

function fileName(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

/** The file's path if it is there and may be run, else null. */
async function existing(path: string): Promise<string | null> {
  return access(path, constants.X_OK).then(
    () => path,
    () => null
  )
}

/** The path of a program on the PATH, or null. */
export async function findOnPath(name: string, env: Environment): Promise<string | null> {
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    const found = folder === '' ? null : await existing(join(folder, fileName(name)))
    if (found !== null) return found
  }
  return null
}

const installer = z.object({ path: z.string() }).transform(({ path }) => path)

/** The path that an optional package names; null where the package, or its part for this machine, is not installed. */
async function packagePath(packageName: string, shape: z.ZodType<string>): Promise<string | null> {
  try {
    const loaded: unknown = await import(packageName)
    // A package whose download failed names a file that is not there.
    return await existing(z.object({ default: shape }).parse(loaded).default)
  } catch {
    // Optional packages are missing on many machines, each in its own way; the next source is tried instead.
    return null
  }
}
