import type { FileProbe } from './mediaTools'

const containers = new Set(['mov', 'mp4', 'matroska', 'webm'])
const eightBit = ['yuv420p', 'yuvj420p']
const pixelFormats = new Map([
  ['h264', eightBit],
  ['vp8', eightBit],
  ['vp9', [...eightBit, 'yuv420p10le']],
  ['av1', [...eightBit, 'yuv420p10le', 'gray']]
])
const audioCodecs = new Set(['aac', 'mp3', 'opus', 'vorbis', 'flac'])

/**
 * True where Chromium plays the source as it is, with footage time equal to its own time. Pure. A file whose first frame
 * comes after zero is not: Chromium counts such a file from zero, footage time counts from the first frame; the proxy does too.
 */
export function isPlayableInChromium(probe: FileProbe): boolean {
  return (
    probe.container.split(',').some((name) => containers.has(name)) &&
    (pixelFormats.get(probe.videoCodec) ?? []).includes(probe.pixelFormat ?? '') &&
    (probe.audioCodec === null || audioCodecs.has(probe.audioCodec)) &&
    probe.startUs <= 0
  )
}
