import type { FileProbe } from './mediaTools'

const containers = new Set(['mov', 'mp4', 'matroska', 'webm'])
const eightBit = ['yuv420p', 'yuvj420p']
const pixelFormats = new Map([
  ['h264', eightBit],
  ['vp8', eightBit],
  ['vp9', [...eightBit, 'yuv420p10le']],
  ['av1', [...eightBit, 'yuv420p10le', 'gray']]
])
const pcm = ['s16le', 's16be', 's24le', 's32le', 'f32le', 'u8', 'alaw', 'mulaw'].map((name) => `pcm_${name}`)
const audioCodecs = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac', ...pcm])
/** What Opus sound begins before zero by. It is less than half a frame of 60 a second, and the player takes the nearest frame. */
const mostRunInUs = 7_000

/**
 * True where Chromium plays the source as it is, with footage time equal to its own time. Pure. A file that begins after zero, or
 * well before, is not: Chromium keeps to the file's own time, footage time and the proxy count from the earliest presentation.
 */
export function isPlayableInChromium(probe: FileProbe): boolean {
  return (
    probe.container.split(',').some((name) => containers.has(name)) &&
    (pixelFormats.get(probe.videoCodec) ?? []).includes(probe.pixelFormat ?? '') &&
    (probe.audioCodec === null || audioCodecs.has(probe.audioCodec)) &&
    probe.startUs <= 0 &&
    probe.startUs >= -mostRunInUs
  )
}
