import { useEffect, useState } from 'react'
import type { FootageId } from '#shared/model/ids'
import { ProblemError, problemWords, type Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { proxyJobOf, useJobStore } from '../../stores/jobStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'

/** What of a footage is wished for: which sound track, and whether its source was tried and does not play. */
export interface PlaybackWish {
  audioTrack: number
  isSourceBroken: boolean
  /** Up to where a proxy that is being made is needed now, and the moment that is waited for, microseconds. */
  needs: () => { neededUs: number; awaitedUs: number | null }
  /** Grows when the same is asked anew. */
  attempt: number
}

/** Whether a footage can be played now, and from where: an address, and how far. */
export type Playback =
  | { status: 'loading' }
  /** `readyUs` is null where the whole can be played, else how far. */
  | { status: 'ready'; url: string; of: 'source' | 'proxy'; readyUs: number | null; attempt: number }
  | { status: 'refused'; problem: Problem; canMakeProxy: boolean }

const sourceProblems: ReadonlySet<Problem['code']> = new Set(['footage_missing', 'footage_changed', 'not_found', 'internal'])
const askAgainMs = 700

/**
 * Asks the core what a footage is played from; asks again when the wish or its proxy's job changes, when the core came back, and when
 * its file was found again.
 */
export function usePlayback(footageId: FootageId, { audioTrack, isSourceBroken, needs, attempt }: PlaybackWish): Playback {
  const [playback, setPlayback] = useState<Playback>({ status: 'loading' })
  const [tick, setTick] = useState(0)
  const isConnected = useSessionStore((state) => state.core !== 'lost')
  const source = useCaseStore((state) => {
    const footage = state.footage.get(footageId)
    return footage === undefined ? '' : `${footage.sourcePath} ${footage.modifiedAtMs}`
  })
  const job = useJobStore((state) => proxyJobOf(state.jobs, footageId))
  const jobState = job === null ? '' : `${job.id} ${job.status}`
  useEffect(() => {
    let isCurrent = true
    if (!isConnected) return
    const wish = { audioTrack, isSourceBroken, attempt, ...needs() }
    void ask(footageId, wish).then((answer) => {
      // An address that is the same as before leaves a playing video alone.
      if (isCurrent) setPlayback((before) => (isSame(before, answer) ? before : answer))
    })
    return () => {
      isCurrent = false
    }
  }, [footageId, audioTrack, isSourceBroken, attempt, needs, isConnected, source, jobState, tick])

  // The first part of a proxy comes some time after its job began, and more of it as long as that runs.
  const isGrowing = playback.status === 'ready' && playback.readyUs !== null
  const isExpected = isGrowing || (playback.status === 'refused' && job?.status === 'running')
  useEffect(() => {
    if (!isExpected) return
    const timer = window.setInterval(() => setTick((before) => before + 1), askAgainMs)
    return () => window.clearInterval(timer)
  }, [isExpected])
  return playback
}

async function ask(
  footageId: FootageId,
  { attempt, ...wish }: Omit<PlaybackWish, 'needs'> & ReturnType<PlaybackWish['needs']>
): Promise<Playback> {
  try {
    const { client, shell } = connection()
    const { from, mediaId, readyUs, problem } = await client.footage.playback({ footageId, ...wish })
    if (mediaId !== null) {
      return { status: 'ready', url: shell.mediaUrl(mediaId), of: from === 'source' ? 'source' : 'proxy', readyUs, attempt }
    }
    return problem === null ? notPlayable : { status: 'refused', problem, canMakeProxy: !sourceProblems.has(problem.code) }
  } catch (error) {
    return { status: 'refused', problem: problemOf(error), canMakeProxy: false }
  }
}

const notPlayable: Playback = {
  status: 'refused',
  problem: new ProblemError('footage_unreadable', problemWords('formatNotPlayed')).problem,
  canMakeProxy: true
}

function isSame(one: Playback, other: Playback): boolean {
  return one.status === 'ready' && other.status === 'ready' && one.url === other.url && one.attempt === other.attempt
}
