import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planClip } from '#core/exports/planClip'
import { createMediaTools } from '#core/media/index'
import type { ClipRange, ClipWay } from '#shared/model/clip'

/** A row of the footage bench: what is measured, how much longer than its yardstick it may take, and one run of both. */
interface BenchRow {
  name: string
  limit: number
  run: () => Promise<{ yardstickMs: number; oursMs: number }>
}

const folder = path.join(tmpdir(), 'countersign-bench-clips')
const hour = path.join(folder, 'hour.mp4')
const ffmpeg = process.env['FFMPEG_BIN'] ?? 'ffmpeg'
const quiet = ['-v', 'error', '-nostdin', '-y']
const { signal } = new AbortController()

/** Cutting clips out of an hour of 1080p30. Keeps its source in the system's temporary folder between runs. */
export const clipRows: readonly BenchRow[] = [
  {
    name: 'keyframe copy of 30 s out of 1 h',
    limit: 1.3,
    run: async () => {
      const asked = { inUs: 1_800_500_000, outUs: 1_830_500_000 }
      const plan = await planned(asked, 'keyframes')
      const bare = ['-ss', '1800', '-i', hour, '-t', '31', '-c', 'copy', path.join(folder, 'bare.mp4')]
      return {
        yardstickMs: await timed(() => run(bare)),
        oursMs: await timed(async () => (await media).copyClip({ path: hour, outPath: path.join(folder, 'ours.mp4'), plan, signal }))
      }
    }
  },
  {
    name: 'exact clip of 5 min',
    limit: 0.15,
    run: async () => {
      const asked = { inUs: 1_800_700_000, outUs: 2_100_700_000 }
      const full = ['-ss', '1800.7', '-i', hour, '-t', '300', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-c:a', 'copy']
      return {
        yardstickMs: await timed(() => run([...full, path.join(folder, 'full.mp4')])),
        // With the reading of the range, which the clip needs and the yardstick does not.
        oursMs: await timed(async () => {
          const plan = await planned(asked, 'exact')
          await (await media).exactClip({ path: hour, outPath: path.join(folder, 'ours.mp4'), plan, signal })
        })
      }
    }
  }
]

const media = createMediaTools({ env: process.env, log: () => undefined })

async function planned(asked: ClipRange, way: ClipWay) {
  makeHour()
  return planClip(await (await media).readCutSource(hour, asked, signal), asked, way)
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  makeHour()
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

function run(args: string[]): void {
  execFileSync(ffmpeg, [...quiet, ...args])
}

/** Twenty seconds of a moving, grainy picture with sound, looped to an hour without encoding again. */
function makeHour(): void {
  if (existsSync(hour) && statSync(hour).size > 0) return
  mkdirSync(folder, { recursive: true })
  const short = path.join(folder, 'short.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=30:d=20', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=20']
  const codec = ['-vf', 'noise=alls=6:allf=t', '-c:v', 'libx264', '-preset', 'veryfast', '-g', '60', '-pix_fmt', 'yuv420p', '-b:v', '4M']
  execFileSync(ffmpeg, [...quiet, ...source, ...codec, '-c:a', 'aac', short])
  execFileSync(ffmpeg, [...quiet, '-stream_loop', '179', '-i', short, '-c', 'copy', hour])
  rmSync(short)
}
