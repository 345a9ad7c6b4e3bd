import { create } from 'zustand'
import type { GrantId } from '#shared/model/ids'
import type { Grant } from '#shared/rpc/hostContract'

interface PendingGrantState {
  /** Files named on the command line that no case has loaded yet. */
  grants: readonly Grant[]
  add: (grants: readonly Grant[]) => void
  remove: (grantIds: readonly GrantId[]) => void
}

/** The host hands pending files over once only, so the window keeps them until a case takes them. */
export const usePendingGrantStore = create<PendingGrantState>()((set, get) => ({
  grants: [],
  add: (grants) => set({ grants: [...get().grants, ...grants] }),
  remove: (grantIds) => set({ grants: get().grants.filter((grant) => !grantIds.includes(grant.grantId)) })
}))
