import { create } from 'zustand'
import { codebookIn } from '#shared/domain/codebookIn'
import { currentLocale, type Locale } from '#shared/messages/locale'
import { shippedCodebook } from '#shared/model/codebook'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Route } from '#shared/model/desk'
import type { User } from '#shared/model/ledger'
import type { Problem } from '#shared/rpc/problem'
import { problemOf } from './problemOf'

export type CaseView = Extract<Route, { screen: 'case' }>['view']

/** A short message in the corner: a problem, or something that was done. */
export interface Notice {
  id: number
  text: string
  problem: Problem | null
}

interface SessionState {
  route: Route
  user: User | null
  /** The codebook in force, with its words in the language on screen. */
  codebook: Codebook
  /** The same as its file says it. */
  writtenCodebook: Codebook
  /** `lost` while the core is away; the window recovers by itself. */
  core: 'connecting' | 'connected' | 'lost'
  /** Mutations on their way to the disk. */
  pendingWrites: number
  notices: readonly Notice[]
  go: (route: Route) => void
  set: (state: Partial<Pick<SessionState, 'user' | 'core'>>) => void
  /** Has a codebook, the one in force where none is given, shown in a language. */
  speak: (locale: Locale, codebook?: Codebook) => void
  notify: (text: string, problem?: Problem | null) => void
  dismiss: (id: number) => void
  /** Runs one mutation: counts it as pending, and shows its problem. Answers null when it was refused. */
  write: <Result>(run: () => Promise<Result>) => Promise<Result | null>
}

let nextNoticeId = 1

/** The window's own state: where it is, how it looks, whether all is saved. */
export const useSessionStore = create<SessionState>()((set, get) => ({
  route: { screen: 'library' },
  user: null,
  codebook: codebookIn(shippedCodebook, currentLocale()),
  writtenCodebook: shippedCodebook,
  core: 'connecting',
  pendingWrites: 0,
  notices: [],
  go: (route) => set({ route }),
  set: (state) => set(state),
  speak: (locale, writtenCodebook = get().writtenCodebook) => set({ writtenCodebook, codebook: codebookIn(writtenCodebook, locale) }),
  notify: (text, problem = null) => {
    const { notices } = get()
    // While the core is away each key press meets the same problem; it is on screen already.
    if (problem !== null && notices.some((notice) => notice.problem !== null && notice.text === text)) return
    set({ notices: [...notices, { id: nextNoticeId++, text, problem }] })
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  write: async (run) => {
    set({ pendingWrites: get().pendingWrites + 1 })
    try {
      return await run()
    } catch (error) {
      const problem = problemOf(error)
      get().notify(problem.what, problem)
      return null
    } finally {
      set({ pendingWrites: get().pendingWrites - 1 })
    }
  }
}))
