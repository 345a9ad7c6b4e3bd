import { create } from 'zustand'

/** A file on its way from this page to the browser host, which then loads its own copy. */
export interface Upload {
  id: string
  fileName: string
  /** 0 to 1, or null while it waits for its turn. */
  progress: number | null
  cancel: () => void
}

interface UploadState {
  /** In the order in which they are sent. */
  uploads: readonly Upload[]
  add: (uploads: readonly Upload[]) => void
  report: (id: string, progress: number) => void
  remove: (id: string) => void
}

/** Files on their way; always empty in Electron, where files are read where they lie. */
export const useUploadStore = create<UploadState>()((set, get) => ({
  uploads: [],
  add: (uploads) => set({ uploads: [...get().uploads, ...uploads] }),
  report: (id, progress) => set({ uploads: get().uploads.map((one) => (one.id === id ? { ...one, progress } : one)) }),
  remove: (id) => set({ uploads: get().uploads.filter((one) => one.id !== id) })
}))
