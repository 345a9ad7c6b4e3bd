export { closedKeyframes } from './cutPackets'
export { createMediaTools } from './createMediaTools'
export { frameTimesUs } from './frameTimes'
export { readGrowingUs } from './growingProxy'
export { findVoice, type Voice } from './findVoice'
export { isPlayableInChromium } from './isPlayableInChromium'
export type {
  CutPacket,
  CutSource,
  DrawnVideo,
  FileProbe,
  FilmstripSheet,
  FrameTimes,
  MediaTools,
  OnProgress,
  SoundPiece
} from './mediaTools'
export { withFrameTimes } from './withFrameTimes'
export { writePartial } from './writePartial'
