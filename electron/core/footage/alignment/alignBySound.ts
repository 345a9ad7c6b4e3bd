import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Footage } from '#shared/model/footage'
import { englishOf } from '#shared/messages/messagesOf'
import type { MediaTools } from '../../media'
import { matchSound, type SoundOutcome } from './matchSound'
import type { HeardRecording } from './matchWindows'
import { openRawSound, samplesPerSecond } from './rawSound'
import { coarseRate, readFeatures } from './readFeatures'

const inJob = englishOf('steps')

const kept = englishOf('alignments')

/** A recording whose sound is compared. */
export interface Recording extends Pick<Footage, 'fileName' | 'sourcePath' | 'cameraLabel'> {
  probe: Pick<Footage['probe'], 'durationUs' | 'audioTrackCount'>
}

interface Options {
  media: Pick<MediaTools, 'writeSound'>
  /** Where the bare sound of both is kept while they are compared: 58 MB for an hour. Removed afterwards. */
  folder: string
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/**
 * Compares the sound of two recordings and says where `footage` lies on the time of `reference`, or that there is no match. Memory does
 * not grow with their length. Throws what `MediaTools.writeSound` throws.
 */
export async function alignBySound(
  reference: Recording,
  footage: Recording,
  { media, folder, signal, report }: Options
): Promise<SoundOutcome> {
  const silent = [footage, reference].find(({ probe }) => probe.audioTrackCount === 0)
  if (silent !== undefined) return { match: null, explanation: kept('noMatchSilent', { camera: nameOf(silent) }) }
  await mkdir(folder, { recursive: true })
  try {
    const rate = coarseRate(Math.max(reference.probe.durationUs, footage.probe.durationUs) / 1e6)
    const hear = async <Result>(recording: Recording, name: string, from: number, next: (heard: HeardRecording) => Promise<Result>) => {
      const file = path.join(folder, name)
      const step = inJob('listening', { camera: nameOf(recording) })
      await media.writeSound(recording.sourcePath, file, { samplesPerSecond, durationUs: recording.probe.durationUs }, signal, (progress) =>
        report(step, from + 0.3 * progress)
      )
      const handle = await open(file, 'r')
      try {
        const sound = await openRawSound(handle)
        return await next({ sound, features: await readFeatures(sound, rate, signal) })
      } finally {
        await handle.close()
      }
    }
    return await hear(reference, 'reference.s16', 0, (heardReference) =>
      hear(footage, 'footage.s16', 0.35, (heardFootage) =>
        matchSound(heardReference, heardFootage, { signal, onProgress: (progress) => report(inJob('comparing'), 0.7 + 0.3 * progress) })
      )
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const nameOf = ({ cameraLabel, fileName }: Recording) => cameraLabel || fileName
