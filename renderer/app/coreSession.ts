import { useCaseStore } from '../stores/caseStore'
import { localeOf, useDeskStore } from '../stores/deskStore'
import { useJobStore } from '../stores/jobStore'
import { usePendingGrantStore } from '../stores/pendingGrantStore'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { connection } from './connection'
import { announceCoreRestarted } from './coreRestarts'
import { goBackToPlace } from './keepPlace'
import { bringBackReportsWindow } from './reportsWindow'
import type { Shell } from './shell'

const resubscribeDelayMs = 500
/** About a frame: what is written is said to be saved before the window draws what it changed. */
const answerComesWithinMs = 16

interface CoreSession {
  /** The line to the core is open: load what the window needs, and follow the core's events. */
  opened: () => void
  /** The line is gone. */
  lost: () => void
}

/** Keeps the stores in step with the core for as long as the window lives, across restarts of the core. `isMain` is false for a second window. */
export function createCoreSession(isMain: boolean): CoreSession {
  let current = new AbortController()
  let wasReady = false

  const ready = async () => {
    await loadBasics(isMain, wasReady)
    if (wasReady) {
      await useCaseStore.getState().reload()
      announceCoreRestarted()
    }
    wasReady = true
    useSessionStore.getState().set({ core: 'connected' })
  }

  const followOnce = async (signal: AbortSignal) => {
    try {
      const events = await connection().client.events.subscribe(undefined, { signal })
      for await (const event of events) {
        if (event.type === 'ready') await ready()
        // What a write answers comes right after what it changed; a window that draws first would say it is saved only when it has drawn.
        if (event.type === 'changed') await delay(answerComesWithinMs)
        useCaseStore.getState().receive(event)
        useJobStore.getState().receive(event)
        if (event.type === 'preferences') useDeskStore.getState().receive(event.preferences)
      }
    } catch {
      // Whatever ended the stream, the window says that the core is away and asks again.
    }
  }

  const follow = async (signal: AbortSignal) => {
    const isOver = () => signal.aborted
    while (!isOver()) {
      await followOnce(signal)
      if (isOver()) return
      useSessionStore.getState().set({ core: 'lost' })
      await delay(resubscribeDelayMs)
    }
  }

  return {
    opened: () => {
      current.abort()
      current = new AbortController()
      void follow(current.signal)
    },
    lost: () => {
      current.abort()
      if (wasReady) useSessionStore.getState().set({ core: 'lost' })
    }
  }
}

async function loadBasics(isMain: boolean, wasReady: boolean): Promise<void> {
  const { client, shell } = connection()
  const [user, codebook, jobs] = await Promise.all([
    client.app.user(),
    client.app.codebook(),
    client.jobs.list(),
    useDeskStore.getState().load()
  ])
  useSessionStore.getState().speak(localeOf(useDeskStore.getState().preferences), codebook)
  useJobStore.getState().replace(jobs)
  if (isMain) await takePendingGrants(shell)
  // Before anything is drawn, so that the screen that was left is the first one seen.
  if (isMain && !wasReady) {
    goBackToPlace()
    await bringBackReportsWindow()
  }
  useSessionStore.getState().set({ user })
}

async function takePendingGrants(shell: Shell): Promise<void> {
  try {
    usePendingGrantStore.getState().add(await shell.takePendingGrants())
  } catch (error) {
    const problem = problemOf(error)
    useSessionStore.getState().notify(problem.what, problem)
  }
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
