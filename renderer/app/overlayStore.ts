import { create } from 'zustand'

/** What lies over a screen and was asked for by a command. */
export type Overlay = 'palette' | 'help' | 'tour'

interface OverlayState {
  overlay: Overlay | null
  open: (overlay: Overlay | null) => void
}

/** What lies over the screen now; one thing at a time. */
export const useOverlayStore = create<OverlayState>()((set) => ({
  overlay: null,
  open: (overlay) => set({ overlay })
}))
