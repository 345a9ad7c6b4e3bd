import { useEffect, useState, type RefObject } from 'react'
import { alignTime } from '#shared/domain/caseClock'
import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { caseClockOf } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { momentAt, usePlayerStore } from '../../stores/playerStore'
import { problemOf } from '../../stores/problemOf'
import { useSessionStore } from '../../stores/sessionStore'
import { createFollower, type FollowStatus, type FollowTarget } from './createFollower'
import { createFrameCache } from './frameCache'
import { frameLengthUs } from './frameLengthUs'

/** An error is told anew when it grew or shrank by this much. */
const errorGrainUs = 50_000
const noTarget: FollowTarget = { wantedUs: null, rate: 0, frameUs: 0 }

/** What a camera plays: `key` differs for each address and attempt, `readyUs` is how far a copy that is being made reaches. */
interface FollowedSource {
  key: string
  of: 'source' | 'proxy'
  readyUs: number | null
}

/**
 * Keeps the video of one camera on the moment that the large camera shows, for as long as it is mounted with a source and seen.
 * The clock is read anew at each picture, so that a change of an offset counts at once. Null until it is known how it stands.
 */
export function useFollower(
  video: RefObject<HTMLVideoElement | null>,
  footage: Footage,
  source: FollowedSource | null
): FollowStatus | null {
  const [status, setStatus] = useState<FollowStatus | null>(null)
  const { id } = footage
  const { durationUs } = footage.probe
  const { key = null, of = 'source', readyUs = null } = source ?? {}

  useEffect(() => {
    const element = video.current
    if (element === null || key === null) return
    const follower = createFollower({
      video: element,
      endUs: readyUs ?? durationUs,
      durationUs,
      frames: createFrameCache((fromUs, toUs) => connection().client.footage.frames({ footageId: id, fromUs, toUs, of }), durationUs),
      targetAt: (atMs) => targetOf(id, atMs),
      now: () => performance.now(),
      report: (next) => setStatus((before) => (before !== null && isAlike(before, next) ? before : next)),
      onProblem: (error) => {
        const problem = problemOf(error)
        useSessionStore.getState().notify(problem.what, problem)
      }
    })
    let isInView = true
    const see = () => follower.setVisible(isInView && !document.hidden)
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? true
      see()
    })
    // Its frame: the video itself takes no room while words stand in its place.
    observer.observe(element.parentElement ?? element)
    document.addEventListener('visibilitychange', see)
    const unsubscribes = [usePlayerStore.subscribe(follower.update), useCaseStore.subscribe(follower.update)]
    follower.update()
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe()
      document.removeEventListener('visibilitychange', see)
      observer.disconnect()
      follower.dispose()
    }
  }, [video, id, durationUs, key, of, readyUs])

  return status
}

/** What a camera should show of the moment that the large one shows at an instant. */
function targetOf(id: FootageId, atMs: number): FollowTarget {
  const { footageId, moment } = usePlayerStore.getState()
  const { footage } = useCaseStore.getState()
  const main = footageId === null ? undefined : footage.get(footageId)
  const own = footage.get(id)
  if (main === undefined || own === undefined) return noTarget
  const frameUs = Math.max(frameLengthUs(main.probe), frameLengthUs(own.probe))
  return { wantedUs: followedTimeUs(id, atMs), rate: moment.rate, frameUs }
}

/** The moment of a camera that the large one shows at an instant, microseconds of its own footage; null without a clock in common. */
export function followedTimeUs(id: FootageId, atMs: number): number | null {
  const { footageId, moment } = usePlayerStore.getState()
  if (footageId === null) return null
  return alignTime(caseClockOf(useCaseStore.getState().footage), footageId, Math.round(momentAt(moment, atMs)), id)
}

function isAlike(one: FollowStatus, other: FollowStatus): boolean {
  return one.state === other.state && (one.state === 'together' || Math.abs(one.errorUs - other.errorUs) < errorGrainUs)
}
