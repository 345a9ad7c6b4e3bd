import { execFileSync } from 'node:child_process'

/** A camera that is drawn for a test: each picture carries the number of its source frame as squares that a program reads back. */
export interface TimecodeCamera {
  name: string
  /** Numerator and denominator of the rate that source frames are counted at. */
  rate: readonly [number, number]
  /** Every so manyth source frame is left out, so that lengths vary; null where none is. */
  leavesOut: number | null
  /** When it begins on the case clock, in milliseconds. */
  startMs: number
}

/** Squares in a row: one for each bit of the number, above; the same inverted, below. */
export const timecodeBits = 16
export const pictureSize = { width: 320, height: 180 }

/** The presentation time of a source frame, in microseconds. */
export const sourceTimeUs = ({ rate: [numerator, denominator] }: Pick<TimecodeCamera, 'rate'>, frame: number): number =>
  (frame * denominator * 1e6) / numerator

/** The numbers of the source frames that a camera keeps, of the first `count`. */
export function keptFrames({ leavesOut }: Pick<TimecodeCamera, 'leavesOut'>, count: number): number[] {
  return Array.from({ length: count }, (_, frame) => frame).filter((frame) => leavesOut === null || frame % leavesOut !== leavesOut - 1)
}

/** Draws a camera of so many seconds into an MP4 file, with a tone as sound; its name makes it unlike another of the same rate. */
export function drawTimecode(file: string, { name, rate, leavesOut }: TimecodeCamera, seconds: number): void {
  const { width, height } = pictureSize
  const bits = `mod(trunc(N/pow(2,X)),2)`
  const squares = `geq=lum='if(eq(${bits},Y),16,235)':cb=128:cr=128`
  const select = leavesOut === null ? 'null' : `select='lt(mod(n,${leavesOut}),${leavesOut - 1})'`
  execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', [
    ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', `color=s=${timecodeBits}x2:r=${rate.join('/')}:d=${seconds},format=yuv420p`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`],
    ...['-vf', `${squares},scale=${width}:${height}:flags=neighbor,${select}`, '-fps_mode', 'vfr'],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '50',
      '-c:a',
      'aac',
      '-b:a',
      '48k',
      '-metadata',
      `title=${name}`,
      '-y',
      file
    ]
  ])
}
