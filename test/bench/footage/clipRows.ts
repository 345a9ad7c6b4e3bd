import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planClip } from '#core/exports/planClip'
import { createMediaTools } from '#core/media/index'
import type { ClipRange, ClipWay } from '#shared/model/clip'
import type { BenchRow, Round } from '../benchRow'
import { hourOf1080p } from './sources'

const folder = path.join(tmpdir(), 'countersign-bench-clips')
const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg'
const quiet = ['-v', 'error', '-nostdin', '-y']
const { signal } = new AbortController()

/** Cutting clips out of an hour of 1080p30. */
export const clipRows: BenchRow[] = [
  {
    name: 'keyframe copy of 30 s out of 1 h',
    limit: 1.3,
    runs: 7,
    unit: 'ms',
    run: inTurn(async () => {
      const asked = { inUs: 1_800_500_000, outUs: 1_830_500_000 }
      const plan = await planned(asked, 'keyframes')
      const bare = ['-ss', '1800', '-i', hourOf1080p(), '-t', '31', '-c', 'copy', path.join(folder, 'bare.mp4')]
      return {
        yardstick: await timed(() => run(bare)),
        ours: await timed(async () => (await media).copyClip({ path: hourOf1080p(), outPath: path.join(folder, 'ours.mp4'), plan, signal }))
      }
    })
  },
  {
    name: 'exact clip of 5 min',
    limit: 0.15,
    runs: 1,
    unit: 'ms',
    run: inTurn(async () => {
      const asked = { inUs: 1_800_700_000, outUs: 2_100_700_000 }
      const full = [
        '-ss',
        '1800.7',
        '-i',
        hourOf1080p(),
        '-t',
        '300',
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-crf',
        '18',
        '-c:a',
        'copy'
      ]
      return {
        yardstick: await timed(() => run([...full, path.join(folder, 'full.mp4')])),
        // With the reading of the range, which the clip needs and the yardstick does not.
        ours: await timed(async () => {
          const plan = await planned(asked, 'exact')
          await (await media).exactClip({ path: hourOf1080p(), outPath: path.join(folder, 'ours.mp4'), plan, signal })
        })
      }
    })
  }
]

const media = createMediaTools({ env: process.env, log: () => undefined })

async function planned(asked: ClipRange, way: ClipWay) {
  return planClip(await (await media).readCutSource(hourOf1080p(), asked, signal), asked, way)
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

function run(args: string[]): void {
  execFileSync(ffmpeg, [...quiet, ...args])
}

/** One measurement after the other. */
function inTurn(once: () => Promise<Round>): (runs: number) => Promise<Round[]> {
  return async (runs) => {
    mkdirSync(folder, { recursive: true })
    const rounds: Round[] = []
    for (let run = 0; run < runs; run++) rounds.push(await once())
    rmSync(folder, { recursive: true })
    return rounds
  }
}
