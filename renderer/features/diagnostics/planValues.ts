import { messagesOf } from '#shared/messages/messagesOf'
import type { Diagnostics, Tool } from '#shared/rpc/diagnostics'

const say = messagesOf('diagnostics')
const bytesPerGigabyte = 1e9

/** One line of Diagnostics: what, and how it is. */
export type Value = readonly [name: string, value: string]

/** What runs here, line by line; `userAgent` is the window's own, which names Electron and Chromium. */
export function planValues(diagnostics: Diagnostics, userAgent: string): Value[] {
  const { ffmpeg, ffprobe, codebook } = diagnostics
  const codebookWords = codebook.path ?? say(codebook.problem === null ? 'codebookShipped' : 'codebookRefused')
  return [
    [say('app'), diagnostics.appVersion],
    [say('runsIn'), say('runsInValue', { host: hostWords(diagnostics.host), platform: diagnostics.platform })],
    [say('window'), describeWindow(userAgent)],
    [say('node'), diagnostics.nodeVersion],
    [say('sqlite'), diagnostics.sqliteVersion],
    [say('ffmpeg'), describeTool(ffmpeg)],
    [say('ffprobe'), ffprobe === null ? say('noFfprobe') : describeTool(ffprobe)],
    [say('codebook'), codebookWords],
    [say('dataFolder'), diagnostics.dataFolder],
    [say('free'), say('gigabytes', { value: diagnostics.freeBytes / bytesPerGigabyte })],
    [say('dataVersion'), String(diagnostics.schemaVersion)],
    [say('ledger'), say('entries', { count: diagnostics.ledgerEntryCount })]
  ]
}

const hosts: Readonly<Record<string, string>> = { 'Electron utility process': 'utility', 'Node child process': 'child' }

/** What the core runs in, which it names in English. */
const hostWords = (name: string) => say('host', { host: hosts[name] ?? 'other', name })

/** Which Electron and which Chromium draw the window, e.g. `Electron 33.2.1 · Chromium 130.0.6723.137`. */
export function describeWindow(userAgent: string): string {
  const versionOf = (name: string) => new RegExp(`${name}/([\\d.]+)`).exec(userAgent)?.[1]
  const [electron, chromium] = [versionOf('Electron'), versionOf('Chrome')]
  const parts = [electron === undefined ? '' : `Electron ${electron}`, chromium === undefined ? '' : `Chromium ${chromium}`]
  return parts.filter((part) => part !== '').join(' · ') || userAgent
}

/** All that the screen says, as lines of text that can be sent to whoever helps. `takenAt` is when, in words. */
export function diagnosticsText(values: readonly Value[], limits: readonly string[], jobs: readonly string[], takenAt: string): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)]
  return [
    say('takenAt', { when: takenAt }),
    ...values.map(([name, value]) => `${name}: ${value}`),
    ...list(say('limits'), limits),
    ...list(say('jobs'), jobs),
    ''
  ].join('\n')
}

const originKeys = {
  FFMPEG_BIN: 'originEnv',
  'ffmpeg-static': 'originStatic',
  path: 'originPath',
  'npm-installer': 'originInstaller'
} as const satisfies Record<Tool['origin'], string>

function describeTool(tool: Tool | null): string {
  if (tool === null) return say('notFound')
  const parts = [tool.version, tool.path, say(originKeys[tool.origin]), ...(tool.isOldBuild ? [say('oldBuild')] : [])]
  return parts.join(' · ')
}
