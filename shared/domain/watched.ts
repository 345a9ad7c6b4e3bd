import { messagesOf } from '../messages/messagesOf'
import type { Footage } from '../model/footage'
import type { UserId } from '../model/ids'
import type { Viewing, WatchedShare } from '../model/viewing'
import { isActive } from './records'

const say = messagesOf('records')

/** From `startUs` to `endUs`, in microseconds of one footage. */
export interface Stretch {
  startUs: number
  endUs: number
}

/** What was watched of one footage: disjoint stretches in order. */
export interface Watched {
  /** At any speed, with or without sound. */
  all: readonly Stretch[]
  /** At normal speed or slower, with sound where the recording has sound. */
  closely: readonly Stretch[]
}

/** What a share needs to know of a footage. */
export type WatchableFootage = Pick<Footage, 'id' | 'probe' | 'withdrawn'>
/** What a share needs to know of a viewing. */
export type WatchedViewing = Pick<Viewing, 'footageId' | 'userId' | 'userName' | 'startUs' | 'endUs' | 'rate' | 'isMuted'>

/**
 * Two stretches this near to each other, in microseconds, are one: between the last frame before a pause and the first
 * after it, and at the ends of a file, a few frames' time belongs to no frame that a player reports.
 */
export const closedGapUs = 100_000

/**
 * The union of stretches within 0 to `durationUs`: disjoint, in order, none empty. Gaps up to `closedGapUs`, at the ends of
 * the footage too, are closed.
 */
export function unionOf(stretches: readonly Stretch[], durationUs: number): Stretch[] {
  const union: Stretch[] = []
  const within = stretches
    .map(({ startUs, endUs }) => ({ startUs: Math.max(0, startUs), endUs: Math.min(durationUs, endUs) }))
    .filter(({ startUs, endUs }) => endUs > startUs)
    .map(({ startUs, endUs }) => ({
      startUs: startUs <= closedGapUs ? 0 : startUs,
      endUs: durationUs - endUs <= closedGapUs ? durationUs : endUs
    }))
    .toSorted((one, other) => one.startUs - other.startUs)
  for (const stretch of within) {
    const last = union.at(-1)
    if (last !== undefined && stretch.startUs - last.endUs <= closedGapUs) last.endUs = Math.max(last.endUs, stretch.endUs)
    else union.push(stretch)
  }
  return union
}

/** The stretches between those of a union, and before and after them. */
export function gapsOf(union: readonly Stretch[], durationUs: number): Stretch[] {
  const edges = [0, ...union.flatMap(({ startUs, endUs }) => [startUs, endUs]), durationUs]
  const gaps: Stretch[] = []
  for (let index = 0; index < edges.length; index += 2) {
    const [startUs = 0, endUs = 0] = edges.slice(index)
    if (endUs > startUs) gaps.push({ startUs, endUs })
  }
  return gaps
}

/** The length of disjoint stretches together, in microseconds. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { startUs, endUs }) => sum + endUs - startUs, 0)
}

/** What some viewings, of whomever, show of one footage. */
export function watchedOf(viewings: readonly WatchedViewing[], footage: Pick<Footage, 'id' | 'probe'>): Watched {
  const { durationUs, audioCodec } = footage.probe
  const own = viewings.filter((viewing) => viewing.footageId === footage.id)
  const closely = own.filter((viewing) => viewing.rate <= 1 && (audioCodec === null || !viewing.isMuted))
  return { all: unionOf(own, durationUs), closely: unionOf(closely, durationUs) }
}

/**
 * For each reviewer who watched any of the footage, the share watched of all of it together, by name. Footage that was
 * withdrawn does not count.
 */
export function watchedShares(viewings: readonly WatchedViewing[], footage: readonly WatchableFootage[]): WatchedShare[] {
  const counted = footage.filter(isActive)
  const wholeUs = counted.reduce((sum, { probe }) => sum + probe.durationUs, 0)
  const names = new Map<UserId, string>(viewings.map(({ userId, userName }) => [userId, userName]))
  return [...names]
    .map(([userId, userName]) => {
      const own = viewings.filter((viewing) => viewing.userId === userId)
      const watched = counted.map((one) => watchedOf(own, one))
      const shareOf = (part: keyof Watched) =>
        wholeUs === 0 ? 0 : watched.reduce((sum, stretches) => sum + lengthOf(stretches[part]), 0) / wholeUs
      return { userId, userName, share: shareOf('all'), closeShare: shareOf('closely') }
    })
    .filter(({ share }) => share > 0)
    .toSorted((one, other) => one.userName.localeCompare(other.userName) || one.userId.localeCompare(other.userId))
}

/** The first gap that starts after `timeUs`, or else the first of all; null where there is none. */
export function nextGap(gaps: readonly Stretch[], timeUs: number): Stretch | null {
  return gaps.find(({ startUs }) => startUs > timeUs) ?? gaps[0] ?? null
}

/** A share in words, cut and never rounded up: `100 %` is all of it. */
export function formatShare(share: number): string {
  return share > 0 && share < 0.01 ? say('shareUnder', { share: '1 %' }) : `${Math.floor(share * 100)} %`
}
