import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { findVoice, type DrawnVideo, type MediaTools, type OnProgress } from '../media/index'
import { cameraA, cameraB, fictionNotice, reports, type DemonstrationFootage } from './demonstrationScript'
import type { FootageKey, ReportKey } from './keyed'
import { createScenePainter, frameHeightPx, frameWidthPx, type Scene } from './scene'
import { sceneA } from './sceneA'
import { sceneB } from './sceneB'
import { mixSoundtrack, samplesPerSecond, spokenLines, type SpokenLine } from './soundtrack'
import { writeReports } from './writeReports'

const framesPerSecond = 25
/** The picture is drawn small. */
const enlarge = 'scale=1280:720:flags=bicubic'

export interface DemonstrationFiles {
  footage: Record<FootageKey, string>
  reports: Record<ReportKey, string>
  /** What this machine could not do, in plain words; empty where all was done. */
  limits: string[]
}

interface Request {
  mediaTools: MediaTools
  folder: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  onProgress?: OnProgress
}

/**
 * Draws the two recordings and writes the three reports of the demonstration case into `folder`, which is made where it is missing.
 * The words are spoken by a voice of this machine where there is one (`env` names the PATH).
 * @throws ProblemError `ffmpeg_unavailable`, `ffmpeg_failed`, `disk_full`, `job_cancelled`.
 */
export async function makeDemonstration(request: Request): Promise<DemonstrationFiles> {
  const { folder, onProgress } = request
  await mkdir(folder, { recursive: true })
  const { lines, limits } = await speakLines(request)
  await drawBoth(request, lines)
  await writeReports(folder)
  onProgress?.(1)
  const pathOf = (file: { fileName: string }) => join(folder, file.fileName)
  const reportPath = (key: ReportKey) => join(folder, reports.find((report) => report.key === key)?.fileName ?? '')
  return {
    footage: { 'footage:a': pathOf(cameraA), 'footage:b': pathOf(cameraB) },
    reports: {
      'report:rivera': reportPath('report:rivera'),
      'report:novak': reportPath('report:novak'),
      'report:park': reportPath('report:park')
    },
    limits
  }
}

/** Draws both cameras side by side; where one fails, the other is stopped too. */
async function drawBoth({ mediaTools, folder, signal, onProgress }: Request, lines: readonly SpokenLine[]): Promise<void> {
  const videos: { footage: DemonstrationFootage; video: DrawnVideo }[] = []
  for (const [scene, loudness] of [
    [sceneA, 0.9],
    [sceneB, 0.65]
  ] as const) {
    // Sound and street each take some milliseconds to make: the core answers other calls in between.
    await setImmediate()
    const samples = mixSoundtrack(lines, { ...scene.footage, loudness })
    await setImmediate()
    videos.push({ footage: scene.footage, video: drawn(scene, samples) })
  }
  const stop = new AbortController()
  const stopped = AbortSignal.any([signal, stop.signal])
  const total = cameraA.durationSeconds + cameraB.durationSeconds
  const doneSeconds = new Map<FootageKey, number>()
  const encodings = videos.map(({ footage, video }) =>
    mediaTools.encodeDrawn(join(folder, footage.fileName), video, stopped, (progress) => {
      doneSeconds.set(footage.key, progress * footage.durationSeconds)
      onProgress?.([...doneSeconds.values()].reduce((sum, seconds) => sum + seconds, 0) / total)
    })
  )
  try {
    await Promise.all(encodings)
  } catch (error) {
    stop.abort()
    await Promise.allSettled(encodings)
    throw error
  }
}

function drawn(scene: Scene, samples: Float32Array): DrawnVideo {
  const footage: DemonstrationFootage = scene.footage
  const paint = createScenePainter(scene)
  return {
    ...{ widthPx: frameWidthPx, heightPx: frameHeightPx, framesPerSecond },
    frameCount: footage.durationSeconds * framesPerSecond,
    drawFrame: (index: number, frame: Uint8ClampedArray) => paint(index / framesPerSecond + footage.offsetSeconds, frame),
    videoFilter: enlarge,
    sound: { samples, samplesPerSecond },
    title: `${fictionNotice}: ${footage.draft.cameraLabel}`
  }
}

function voicelessLimit(whatVoices: 'was found' | 'works'): string {
  return `The demonstration has soft tones in place of spoken words, since no voice (espeak-ng, espeak or say) ${whatVoices} on this machine.`
}

async function speakLines(request: Request): Promise<{ lines: SpokenLine[]; limits: string[] }> {
  const { mediaTools, folder, env, signal } = request
  const voice = await findVoice(env)
  const voiceless = spokenLines.map(({ second }): SpokenLine => ({ second, samples: null }))
  if (voice === null) return { lines: voiceless, limits: [voicelessLimit('was found')] }
  const voiceFolder = await mkdtemp(join(folder, 'voice-'))
  try {
    const speak = async ({ second, pitch, words }: (typeof spokenLines)[number], index: number): Promise<SpokenLine> => {
      const path = join(voiceFolder, `${index}${voice.extension}`)
      const isSpoken = await voice.speak(words, path, { pitch, signal })
      return { second, samples: isSpoken ? await mediaTools.readSound(path, samplesPerSecond, signal) : null }
    }
    const spoken = await Promise.allSettled(spokenLines.map(speak))
    signal.throwIfAborted()
    const lines = spoken.map((line) => {
      if (line.status === 'rejected') throw line.reason
      return line.value
    })
    if (lines.some(({ samples }) => samples === null)) return { lines: voiceless, limits: [voicelessLimit('works')] }
    return { lines, limits: [] }
  } finally {
    await rm(voiceFolder, { recursive: true, force: true })
  }
}
