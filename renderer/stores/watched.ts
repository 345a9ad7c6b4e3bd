import { useMemo } from 'react'
import { gapsOf, lengthOf, watchedOf, type Stretch, type Watched } from '#shared/domain/watched'
import type { Footage } from '#shared/model/footage'
import type { Viewing } from '#shared/model/viewing'
import { useCaseStore } from './caseStore'
import { useSessionStore } from './sessionStore'

/** What the user has watched of one footage, as the core has it. */
export interface OwnWatched extends Watched {
  gaps: readonly Stretch[]
  /** 0 to 1. */
  share: number
  closeShare: number
}

/** What the user has watched of a footage. */
export function useOwnWatched(footage: Footage): OwnWatched {
  const viewings = useCaseStore((state) => state.viewings)
  const userId = useSessionStore((state) => state.user?.id)
  return useMemo(() => ownWatched(footage, viewings, userId), [footage, viewings, userId])
}

/** The same, outside of a component. */
export function ownWatched(footage: Footage, viewings: ReadonlyMap<string, Viewing>, userId: string | undefined): OwnWatched {
  const { durationUs } = footage.probe
  const watched = watchedOf(
    [...viewings.values()].filter((viewing) => viewing.userId === userId),
    footage
  )
  const shareOf = (stretches: readonly Stretch[]) => (durationUs === 0 ? 0 : lengthOf(stretches) / durationUs)
  return { ...watched, gaps: gapsOf(watched.all, durationUs), share: shareOf(watched.all), closeShare: shareOf(watched.closely) }
}
