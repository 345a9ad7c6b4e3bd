import { useEffect, useState } from 'react'
import type { FootageId } from '#shared/model/ids'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'

/** Whether a footage can be played now, and from which address. */
export type Playback =
  { status: 'loading' } | { status: 'ready'; url: string; attempt: number } | { status: 'refused'; problem: Problem; canMakeProxy: boolean }

const sourceProblems: ReadonlySet<Problem['code']> = new Set(['footage_missing', 'footage_changed', 'not_found', 'internal'])

/** Asks the core what a footage is played from; asks again when `attempt` grows, when the core came back, and when its file was found again. */
export function usePlayback(footageId: FootageId, attempt: number): Playback {
  const [playback, setPlayback] = useState<Playback>({ status: 'loading' })
  const isConnected = useSessionStore((state) => state.core !== 'lost')
  const source = useCaseStore((state) => {
    const footage = state.footage.get(footageId)
    return footage === undefined ? '' : `${footage.sourcePath} ${footage.modifiedAtMs}`
  })
  useEffect(() => {
    let isCurrent = true
    if (!isConnected) return
    void ask(footageId, attempt).then((answer) => {
      // An address that is the same as before leaves a playing video alone.
      if (isCurrent) setPlayback((before) => (isSame(before, answer) ? before : answer))
    })
    return () => {
      isCurrent = false
    }
  }, [footageId, attempt, isConnected, source])
  return playback
}

async function ask(footageId: FootageId, attempt: number): Promise<Playback> {
  try {
    const { client, shell } = connection()
    const { from, mediaId, problem } = await client.footage.playback({ footageId })
    if (from !== 'none' && mediaId !== null) return { status: 'ready', url: shell.mediaUrl(mediaId), attempt }
    return problem === null ? notPlayable : { status: 'refused', problem, canMakeProxy: !sourceProblems.has(problem.code) }
  } catch (error) {
    return { status: 'refused', problem: problemOf(error), canMakeProxy: false }
  }
}

const notPlayable: Playback = {
  status: 'refused',
  problem: {
    code: 'footage_unreadable',
    what: 'This window cannot play the format of this footage.',
    kept: 'The source file is as it was.',
    todo: 'Make a playable copy; tags and hashes stay with the source.',
    subjectId: null
  },
  canMakeProxy: true
}

function isSame(one: Playback, other: Playback): boolean {
  return one.status === 'ready' && other.status === 'ready' && one.url === other.url && one.attempt === other.attempt
}
