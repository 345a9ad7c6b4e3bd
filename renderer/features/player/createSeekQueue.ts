type VideoEvent = 'seeked' | 'ended' | 'pause' | 'waiting'

/** What a seek needs of a video element. */
export type SeekableVideo = Pick<HTMLVideoElement, 'currentTime' | 'seeking'> & {
  addEventListener: (type: VideoEvent, listener: () => void) => void
  removeEventListener: (type: VideoEvent, listener: () => void) => void
}

/** The seeks of one video. */
export interface SeekQueue {
  /** Seeks to a time in seconds, at once or after the seek that is under way; a later wish takes the place of one that waits. */
  to: (seconds: number) => void
  isBusy: () => boolean
  dispose: () => void
}

/** One seek at a time: a browser that is asked for another picture before it showed the last one shows none. */
export function createSeekQueue(video: SeekableVideo): SeekQueue {
  let waitingS: number | null = null
  const onSeeked = () => {
    if (waitingS === null) return
    video.currentTime = waitingS
    waitingS = null
  }
  video.addEventListener('seeked', onSeeked)
  return {
    to: (seconds) => {
      // A video may stand still again before it says so: then what waited is out of date.
      waitingS = video.seeking ? seconds : null
      if (waitingS === null) video.currentTime = seconds
    },
    isBusy: () => video.seeking || waitingS !== null,
    dispose: () => {
      waitingS = null
      video.removeEventListener('seeked', onSeeked)
    }
  }
}
