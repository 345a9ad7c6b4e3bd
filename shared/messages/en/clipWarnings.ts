/** What a person should know before a clip is written. The core says it in English, and it is read back to be shown. */
export const clipWarnings = {
  beginsLate: 'There is no keyframe before the range: the clip begins {seconds} s late.',
  soundAnew: 'The sound ({codecs}) is encoded anew as AAC: MP4 does not hold it as it is.',
  noKeyframe:
    'There is no keyframe in this range at which a copy could begin. All pictures are encoded anew without loss, which makes a large file.',
  notH264:
    'Only H.264 can be joined from copied and encoded parts, and this footage is {codec}. All pictures are encoded anew without loss, which makes a large file.',
  coloursConverted: 'Its colours ({pixelFormat}) have to be converted: the pictures are close, not bit for bit.',
  allLossless:
    'The pictures are lossless H.264 (High 4:4:4 Predictive). This app, Chromium and ffmpeg play it; some other players may not.',
  edgesLossless:
    '{seconds} s at the edges {edges, select, one {is} several {are} other {are}} lossless H.264 (High 4:4:4 Predictive). This app, Chromium and ffmpeg play it; some other players may not.',
  allAnew:
    'Every picture is encoded anew, a little coarser than the source. The band with the banner lies below the picture and covers nothing.'
} as const
