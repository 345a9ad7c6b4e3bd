import { create } from 'zustand'
import type { FootageId, JobId } from '#shared/model/ids'

/** A range of a footage that a clip is asked for, in microseconds. */
interface ClipDraft {
  footageId: FootageId
  inUs: number
  outUs: number
}

interface ClipState {
  /** What the open dialog began with; null while it is closed. */
  draft: ClipDraft | null
  /** The job of the last still; it is saved once it is written. */
  stillJobId: JobId | null
  open: (draft: ClipDraft) => void
  close: () => void
  awaitStill: (jobId: JobId) => void
}

/** Whether a clip is being asked for, and of what. */
export const useClipStore = create<ClipState>()((set) => ({
  draft: null,
  stillJobId: null,
  open: (draft) => set({ draft }),
  close: () => set({ draft: null }),
  awaitStill: (stillJobId) => set({ stillJobId })
}))
