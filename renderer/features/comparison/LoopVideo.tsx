import { useEffect, useRef, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { Tag } from '#shared/model/tag'
import { ProblemError, problemWords, type Problem } from '#shared/rpc/problem'
import { useKeyHint } from '../../app/commands'
import { connection } from '../../app/connection'
import { watchVideo } from '../../app/watchVideo'
import { askForGraphic, useGraphic } from '../../stores/graphicStore'
import { problemOf } from '../../stores/problemOf'
import { GraphicVeil } from '../../ui/GraphicVeil'
import { ProblemNote } from '../../ui/ProblemNote'
import styles from './LoopVideo.module.css'
import { planLoop } from './planLoop'

const say = messagesOf('player')
const sayHere = messagesOf('comparison')

type Source = { status: 'asking' } | { status: 'ready'; url: string } | { status: 'off'; problem: Problem | null }

const askAgainMs = 2000
const isBeingMade = new ProblemError('footage_unreadable', problemWords('copyBeingMade')).problem

/** Plays one tag over and over, from 1.5 s before it to 1.5 s after it, without sound until it is switched on. */
export function LoopVideo({ footage, tag, label }: { footage: Footage; tag: Tag; label: string }) {
  const { isBlurred } = useGraphic()
  const graphicKey = useKeyHint('player.graphic')
  const video = useRef<HTMLVideoElement>(null)
  const [source, setSource] = useState<Source>({ status: 'asking' })
  const { startS, endS } = planLoop(tag, footage.probe.durationUs)

  useEffect(() => {
    let isCurrent = true
    let timer = 0
    const ask = async () => {
      try {
        const { client, shell } = connection()
        const { from, mediaId, problem } = await client.footage.playback({ footageId: footage.id })
        if (!isCurrent) return
        // A copy that grows is replaced every few seconds: a loop waits for the whole one.
        if (from === 'growing') {
          setSource({ status: 'off', problem: isBeingMade })
          timer = window.setTimeout(() => void ask(), askAgainMs)
        } else setSource(mediaId === null ? { status: 'off', problem } : { status: 'ready', url: shell.mediaUrl(mediaId) })
      } catch (error) {
        if (isCurrent) setSource({ status: 'off', problem: problemOf(error) })
      }
    }
    void ask()
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [footage.id])

  useEffect(() => {
    const player = video.current
    if (player === null) return
    let frame = 0
    const keepInside = () => {
      if (!player.seeking && (player.currentTime >= endS || player.ended || player.currentTime < startS - 0.5)) {
        player.currentTime = startS
        // The end of the file stops a player; the moment goes on.
        if (player.ended) void player.play()
      }
      frame = requestAnimationFrame(keepInside)
    }
    player.currentTime = startS
    frame = requestAnimationFrame(keepInside)
    return () => cancelAnimationFrame(frame)
  }, [source, startS, endS])

  useEffect(() => {
    const player = video.current
    return player === null
      ? undefined
      : watchVideo(player, { footageId: footage.id, endUs: footage.probe.durationUs, toFootageUs: (playedUs) => playedUs })
  }, [source, footage.id, footage.probe.durationUs])

  if (source.status === 'off') {
    return (
      <div className={styles['off']}>
        {source.problem === null ? <p>{sayHere('cannotPlay')}</p> : <ProblemNote problem={source.problem} />}
      </div>
    )
  }
  return (
    <div className={styles['frame']}>
      {source.status === 'ready' && isBlurred && (
        <GraphicVeil label={say('graphicBlurred')} showLabel={say('showGraphic')} {...graphicKey} onShow={() => askForGraphic('shown')} />
      )}
      {source.status === 'ready' && (
        <video
          ref={video}
          className={styles['video']}
          src={source.url}
          aria-label={label}
          autoPlay
          muted
          controls
          controlsList="nodownload noremoteplayback"
          disablePictureInPicture
          playsInline
          onError={() => setSource({ status: 'off', problem: null })}
        />
      )}
    </div>
  )
}
