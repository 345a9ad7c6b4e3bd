import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hashFile } from '#core/footage/hashFile'
import type { FootageId } from '#shared/model/ids'
import type { BenchRow, Round } from '../benchRow'
import { endOf, pause, startBenchApp, type BenchApp } from './benchApp'
import { peakMemory } from './processMemory'
import { hourOf1080p, hoursOfSmall, runFfmpeg, threeGigabytes } from './sources'

const pictureCount = 360
const picture = 'scale=160:90'

async function timed(work: () => unknown): Promise<number> {
  const beganMs = performance.now()
  await work()
  return performance.now() - beganMs
}

/** Rounds with the app running, its footage loaded and its overview whole. */
async function withApp(file: string, runs: number, round: (app: BenchApp, footageId: FootageId) => Promise<Round>): Promise<Round[]> {
  const app = await startBenchApp(file)
  try {
    const footageId = await app.load()
    await app.settle()
    await app.client.jobs.prioritize({ subjectIds: [footageId] })
    const rounds: Round[] = []
    for (let run = 0; run < runs; run++) rounds.push(await round(app, footageId))
    return rounds
  } finally {
    await app.close()
  }
}

/** Makes what was forgotten, to its end. */
const remake = (app: BenchApp, footageId: FootageId) => async () => {
  for (const job of await app.client.footage.makeOverview({ footageId })) await endOf(app.client, job)
}

function withFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One pass over the keyframes that writes as many pictures of the same size. */
function keyframePass(file: string): void {
  withFolder((folder) => {
    const select = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,10)',${picture}`
    runFfmpeg('-skip_frame', 'nokey', '-i', file, '-map', '0:V:0', '-vf', select, '-vsync', '0', '-q:v', '4', path.join(folder, '%03d.jpg'))
  })
}

/** One ffmpeg for each picture; every sixth is made, evenly over the file, and counted six times. */
async function passPerPicture(file: string): Promise<number> {
  const every = 6
  const ms = await timed(() =>
    withFolder((folder) => {
      for (let index = 0; index < pictureCount; index += every) {
        const seek = ['-ss', String(index * 10), '-i', file, '-map', '0:V:0', '-frames:v', '1']
        runFfmpeg(...seek, '-vf', picture, '-q:v', '4', path.join(folder, `${index}.jpg`))
      }
    })
  )
  return ms * every
}

/** The overview of a footage, its hash, and what loading costs. */
export const overviewRows: BenchRow[] = [
  {
    name: 'SHA-256 of a 3 GB file, by openssl dgst -sha256',
    limit: 1.1,
    runs: 5,
    unit: 'ms',
    run: async (runs) => {
      const file = threeGigabytes()
      const rounds: Round[] = []
      for (let run = 0; run < runs; run++) {
        const yardstick = await timed(() => execFileSync('openssl', ['dgst', '-sha256', file]))
        rounds.push({ yardstick, ours: await timed(() => hashFile(file, new AbortController().signal, () => undefined)) })
      }
      return rounds
    }
  },
  {
    name: 'filmstrip of 1 h 1080p30, 360 pictures, by one keyframe-only pass of ffmpeg',
    limit: 1.15,
    runs: 3,
    unit: 'ms',
    run: (runs) =>
      withApp(hourOf1080p(), runs, async (app, footageId) => {
        const yardstick = await timed(() => keyframePass(hourOf1080p()))
        app.forget('filmstrip')
        const ours = await timed(remake(app, footageId))
        const { filmstrip } = await app.client.footage.overview({ footageId })
        if (filmstrip.timesUs.length !== pictureCount) throw new Error(`It has ${filmstrip.timesUs.length} pictures.`)
        return { yardstick, ours }
      })
  },
  {
    name: 'filmstrip of 1 h 1080p30, 360 pictures, by one ffmpeg for each picture',
    limit: 1 / 1.7,
    runs: 3,
    unit: 'ms',
    run: (runs) =>
      withApp(hourOf1080p(), runs, async (app, footageId) => {
        const yardstick = await passPerPicture(hourOf1080p())
        app.forget('filmstrip')
        return { yardstick, ours: await timed(remake(app, footageId)) }
      })
  },
  {
    name: 'waveform of 1 h, by one pass of ffmpeg to mono PCM',
    limit: 1.25,
    runs: 5,
    unit: 'ms',
    run: (runs) =>
      withApp(hourOf1080p(), runs, async (app, footageId) => {
        const yardstick = await timed(() => runFfmpeg('-i', hourOf1080p(), '-map', '0:a:0', '-ac', '1', '-f', 's16le', '/dev/null'))
        app.forget('waveform')
        return { yardstick, ours: await timed(remake(app, footageId)) }
      })
  },
  {
    name: 'first pictures and waveform of 1 h, by the whole of both',
    limit: 0.05,
    runs: 3,
    unit: 'ms',
    run: (runs) =>
      withApp(hourOf1080p(), runs, async (app, footageId) => {
        app.forget('filmstrip', 'waveform')
        const beganMs = performance.now()
        const whole = remake(app, footageId)()
        let ours = 0
        while (ours === 0) {
          const { filmstrip, waveform } = await app.client.footage.overview({ footageId })
          if (filmstrip.timesUs.length > 0 && waveform.readToUs > 0) ours = performance.now() - beganMs
          await pause()
        }
        await whole
        return { yardstick: performance.now() - beganMs, ours }
      })
  },
  ...(['mkv', 'mp4'] as const).map((extension): BenchRow => ({
    name: `peak memory while loading 12 h, by loading 1 h (${extension === 'mkv' ? 'Matroska' : 'MP4'})`,
    limit: 1.2,
    runs: 1,
    unit: 'MB',
    run: async (runs) => {
      const rounds: Round[] = []
      for (let run = 0; run < runs; run++) {
        rounds.push({
          yardstick: await loadingMemory(hoursOfSmall(1, extension)),
          ours: await loadingMemory(hoursOfSmall(12, extension))
        })
      }
      return rounds
    }
  }))
]

/** Megabytes of the core and of what it runs, at their most, until the footage is in the case. */
async function loadingMemory(file: string): Promise<number> {
  const app = await startBenchApp(file)
  try {
    return await peakMemory(app.coreProcessId(), app.load)
  } finally {
    await app.close()
  }
}
