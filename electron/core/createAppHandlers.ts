import { statfs } from 'node:fs/promises'
import path from 'node:path'
import type { CoreEvent } from '#shared/rpc/events'
import type { CoreContext } from './context'
import { lineOf, verifyLedger } from './ledger'
import { codebookFileName } from './loadCodebook'
import { os } from './rpc/implementer'
import { schemaVersion } from './storage'
import { planUndo } from '#shared/domain/undo'
import type { ContractRouterClient } from '@orpc/contract'
import type { User } from '#shared/model/ledger'
import type { Contract } from '#shared/rpc/contract'
import { createDemonstrationOpener } from './openDemonstration'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'

const limit = englishOf('limits')

/** What belongs to no single room: what runs here, what happens, the ledger as people read it, the jobs. */
export function createAppHandlers(core: CoreContext, clientOf: (user: User) => ContractRouterClient<Contract>) {
  const { store, ledger, jobs, media, codebook } = core
  const openDemonstration = createDemonstrationOpener(core, clientOf)
  return {
    app: {
      diagnostics: os.app.diagnostics.handler(async () => {
        const { ffmpeg, ffprobe } = media.tools()
        const disk = await statfs(core.dataFolder)
        const ownPath = path.join(core.dataFolder, codebookFileName)
        return {
          appVersion: core.appVersion,
          nodeVersion: process.versions.node,
          sqliteVersion: store.sqliteVersion,
          host: core.host,
          platform: `${process.platform} ${process.arch}`,
          dataFolder: core.dataFolder,
          freeBytes: disk.bavail * disk.bsize,
          schemaVersion,
          ledgerEntryCount: (await store.lastEntry())?.sequence ?? 0,
          ffmpeg,
          ffprobe,
          codebook: { path: core.isCodebookOwn ? ownPath : null, ownPath, problem: core.codebookProblem },
          limits: [...planLimits(media.tools()), ...(core.codebookProblem === null ? [] : [core.codebookProblem])]
        }
      }),
      user: os.app.user.handler(({ context }) => context.user),
      codebook: os.app.codebook.handler(() => codebook),
      openDemonstration: os.app.openDemonstration.handler(({ context }) => openDemonstration(context.user))
    },
    events: {
      subscribe: os.events.subscribe.handler(async function* ({ signal }) {
        const queue: CoreEvent[] = []
        let wake: () => void = () => undefined
        const unsubscribe = core.subscribe((event) => {
          queue.push(event)
          wake()
        })
        const onAbort = () => wake()
        signal?.addEventListener('abort', onAbort)
        try {
          yield { type: 'ready' as const, sequence: (await store.lastEntry())?.sequence ?? 0 }
          while (signal?.aborted !== true) {
            const event = queue.shift()
            if (event === undefined) await new Promise<void>((resolve) => (wake = resolve))
            else yield event
          }
        } finally {
          signal?.removeEventListener('abort', onAbort)
          unsubscribe()
        }
      })
    },
    ledger: {
      list: os.ledger.list.handler(async ({ input, context }) => {
        const entries = await store.entriesBefore(input.caseId, input.beforeSequence, input.limit)
        const undone = new Set<number>()
        for (const caseId of new Set(entries.map((entry) => entry.caseId))) {
          if (caseId === null) continue
          for (const sequence of planUndo(await store.headsOfCase(caseId, context.user.id)).undoneSequences) undone.add(sequence)
        }
        return entries.map((entry) => lineOf(entry, undone.has(entry.sequence)))
      }),
      verify: os.ledger.verify.handler(() => verifyLedger(store)),
      undo: os.ledger.undo.handler(async ({ input, context }) => lineOf(await ledger.undo(context.user, input.caseId), false)),
      redo: os.ledger.redo.handler(async ({ input, context }) => lineOf(await ledger.redo(context.user, input.caseId), false))
    },
    jobs: {
      list: os.jobs.list.handler(() => jobs.list()),
      get: os.jobs.get.handler(({ input }) => {
        const job = jobs.get(input.jobId)
        if (job === null) throw new ProblemError('not_found', problemWords('noSuchJob'), { subjectId: input.jobId })
        return job
      }),
      cancel: os.jobs.cancel.handler(({ input }) => jobs.cancel(input.jobId)),
      pause: os.jobs.pause.handler(({ input }) => jobs.pause(input.jobId)),
      resume: os.jobs.resume.handler(({ input }) => jobs.resume(input.jobId)),
      prioritize: os.jobs.prioritize.handler(({ input }) => {
        jobs.prioritize(input.subjectIds)
        return null
      })
    }
  }
}

/** What does not work with these tools, in plain words. */
export function planLimits({ ffmpeg, ffprobe }: ReturnType<CoreContext['media']['tools']>): string[] {
  const limits: string[] = []
  if (ffprobe === null) {
    limits.push(limit('noFfprobe'))
  }
  if (ffmpeg === null) limits.push(limit('noFfmpeg'))
  if (ffmpeg === null || ffprobe === null) limits.push(limit('noStills'))
  if (ffmpeg?.isOldBuild === true || ffprobe?.isOldBuild === true) {
    limits.push(limit('oldBuild'))
  }
  return limits
}
