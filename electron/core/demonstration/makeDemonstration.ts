import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findVoice, type MediaTools, type OnProgress } from '../media/index'
import { cameraA, cameraB, fictionNotice, reports, type DemonstrationFootage } from './demonstrationScript'
import type { FootageKey, ReportKey } from './keyed'
import { createScenePainter, frameHeightPx, frameWidthPx, type Scene } from './scene'
import { sceneA } from './sceneA'
import { sceneB } from './sceneB'
import { mixSoundtrack, samplesPerSecond, spokenLines, type SpokenLine } from './soundtrack'
import { writeReports } from './writeReports'

const framesPerSecond = 25
/** The picture is drawn small, and darkened toward the corners as a worn camera's lens does. */
const lensFilter = 'vignette=PI/6,scale=1280:720:flags=bicubic'

export interface DemonstrationFiles {
  footage: Record<FootageKey, string>
  reports: Record<ReportKey, string>
  /** What this machine could not do, in plain words; empty where all was done. */
  limits: string[]
}

/**
 * Draws the two recordings and writes the three reports of the demonstration case into `folder`, which is made where it is missing.
 * The words are spoken by a voice of this machine where there is one (`env` names the PATH).
 * @throws ProblemError `ffmpeg_unavailable`, `ffmpeg_failed`, `disk_full`, `job_cancelled`.
 */
export async function makeDemonstration(request: {
  mediaTools: MediaTools
  folder: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
  onProgress?: OnProgress
}): Promise<DemonstrationFiles> {
  const { mediaTools, folder, signal, onProgress } = request
  await mkdir(folder, { recursive: true })
  const { lines, limits } = await speakLines(request)
  const total = cameraA.durationSeconds + cameraB.durationSeconds
  let doneSeconds = 0
  for (const [scene, loudness] of [
    [sceneA, 0.9],
    [sceneB, 0.65]
  ] as const) {
    const { footage } = scene
    await mediaTools.encodeDrawn(
      join(folder, footage.fileName),
      drawn(scene, mixSoundtrack(lines, { ...footage, loudness })),
      signal,
      (progress) => onProgress?.((doneSeconds + progress * footage.durationSeconds) / total)
    )
    doneSeconds += footage.durationSeconds
  }
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

function drawn(scene: Scene, samples: Float32Array) {
  const footage: DemonstrationFootage = scene.footage
  const paint = createScenePainter(scene)
  return {
    ...{ widthPx: frameWidthPx, heightPx: frameHeightPx, framesPerSecond },
    frameCount: footage.durationSeconds * framesPerSecond,
    drawFrame: (index: number) => paint(index / framesPerSecond + footage.offsetSeconds).pixels,
    videoFilter: lensFilter,
    sound: { samples, samplesPerSecond },
    title: `${fictionNotice}: ${footage.draft.cameraLabel}`
  }
}

function voicelessLimit(whatVoices: 'was found' | 'works'): string {
  return `The demonstration has soft tones in place of spoken words, since no voice (espeak-ng, espeak or say) ${whatVoices} on this machine.`
}

async function speakLines(request: {
  mediaTools: MediaTools
  folder: string
  env: Readonly<Record<string, string | undefined>>
  signal: AbortSignal
}): Promise<{ lines: SpokenLine[]; limits: string[] }> {
  const { mediaTools, folder, env, signal } = request
  const voice = await findVoice(env)
  const voiceless = spokenLines.map(({ second }): SpokenLine => ({ second, samples: null }))
  if (voice === null) return { lines: voiceless, limits: [voicelessLimit('was found')] }
  const voiceFolder = await mkdtemp(join(folder, 'voice-'))
  try {
    const lines: SpokenLine[] = []
    for (const [index, { second, pitch, words }] of spokenLines.entries()) {
      const path = join(voiceFolder, `${index}${voice.extension}`)
      if (!(await voice.speak(words, path, { pitch, signal }))) {
        signal.throwIfAborted()
        return { lines: voiceless, limits: [voicelessLimit('works')] }
      }
      lines.push({ second, samples: await mediaTools.readSound(path, samplesPerSecond, signal) })
    }
    return { lines, limits: [] }
  } finally {
    await rm(voiceFolder, { recursive: true, force: true })
  }
}
