import { closedGapUs } from '#shared/domain/watched'
import { messagesOf } from '#shared/messages/messagesOf'
import type { ViewingId } from '#shared/model/ids'
import type { ViewedStretch, Viewing } from '#shared/model/viewing'
import type { Problem } from '#shared/rpc/problem'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { connection } from './connection'

/** Hands what was watched to the core, every ten seconds and whenever a stretch ends. */
export interface ViewingLog {
  /** Answers with the way to tell each state of one new stretch; the last one is told with `isOver`. */
  open: () => (stretch: ViewedStretch, isOver: boolean) => void
  /** Hands over what is new. What the core cannot be told now is kept for the next time. */
  flush: () => Promise<void>
}

const say = messagesOf('app')

interface Options {
  record: (input: { viewingId: ViewingId | null; stretch: ViewedStretch }) => Promise<Pick<Viewing, 'id'>>
  /** Told what keeps a stretch from being recorded. */
  onProblem: (problem: Problem) => void
}

interface Entry {
  stretch: ViewedStretch
  viewingId: ViewingId | null
  sentEndUs: number
  isOver: boolean
}

const flushEveryMs = 10_000
/** Refusals that will be the same the next time. */
const final: ReadonlySet<Problem['code']> = new Set([
  ...(['invalid_input', 'not_found', 'not_permitted', 'already_withdrawn', 'range_reversed', 'time_outside_footage'] as const)
])

/** Makes a log that starts its own clock with the first stretch. */
export function createViewingLog({ record, onProblem }: Options): ViewingLog {
  const entries = new Set<Entry>()
  let flushing: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setInterval> | null = null

  async function send(entry: Entry): Promise<void> {
    const { stretch, viewingId } = entry
    // What is as short as the gaps that are closed would say nothing.
    if (stretch.endUs <= entry.sentEndUs || stretch.endUs - stretch.startUs <= closedGapUs) return
    try {
      entry.viewingId = (await record({ viewingId, stretch })).id
      entry.sentEndUs = stretch.endUs
    } catch (error) {
      const problem = problemOf(error)
      onProblem(problem)
      if (!final.has(problem.code)) return
      entry.sentEndUs = Infinity
    }
  }

  async function sendAll(): Promise<void> {
    for (const entry of entries) {
      const told = entry.stretch.endUs
      await send(entry)
      const isDone = entry.sentEndUs >= entry.stretch.endUs || entry.stretch.endUs - entry.stretch.startUs <= closedGapUs
      if (entry.isOver && isDone && told === entry.stretch.endUs) entries.delete(entry)
    }
    if (entries.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }

  const flush = () => {
    flushing = flushing.then(sendAll)
    return flushing
  }

  return {
    open: () => {
      let entry: Entry | null = null
      return (stretch, isOver) => {
        if (entry === null) {
          entry = { stretch, viewingId: null, sentEndUs: stretch.startUs, isOver }
          entries.add(entry)
          timer ??= setInterval(() => void flush(), flushEveryMs)
        }
        entry.stretch = stretch
        entry.isOver = isOver
        if (isOver) void flush()
      }
    },
    flush
  }
}

/** The window's own log. While the core is away the window says so already, and nothing is lost. */
export const viewingLog = createViewingLog({
  record: (input) => connection().client.viewings.record(input),
  onProblem: (problem) => {
    const { core, notify } = useSessionStore.getState()
    if (core === 'connected') notify(say('viewingNotRecorded', { what: problem.what }), problem)
  }
})
