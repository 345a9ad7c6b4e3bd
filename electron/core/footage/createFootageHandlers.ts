import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { damageOf } from '#shared/domain/damage'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { ProblemError, type Problem, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { createAlignmentHandlers } from './alignment/createAlignmentHandlers'
import type { Overviews } from './createOverviews'
import { createProxies } from './createProxies'
import { clockOf, loadFootage, loadRequestSchema } from './loadFootage'
import { requireSource, sourceProblem } from './sourceProblem'

const inLedger = englishOf('labels')

/** Footage: load, describe, play, see at a glance. */
export function createFootageHandlers(core: CoreContext, overviews: Overviews) {
  const { store, ledger, jobs, now } = core
  const proxies = createProxies(core)

  const startLoad = jobs.define({
    kind: 'load-footage',
    request: loadRequestSchema,
    isResumable: true,
    run: async (request, progress) => {
      const footage = await loadFootage(core, request, progress)
      if (!footage.isPlayableFromSource) await beginProxy(footage, 0)
      void overviews.beginForCase(footage.caseId)
      return footage.id
    }
  })
  const startProxy = jobs.define({
    kind: 'make-proxy',
    request: z.object({ footageId: footageIdSchema, audioTrack: z.number().int().min(0).default(0) }),
    isResumable: true,
    run: async ({ footageId, audioTrack }, progress) => {
      const footage = await requireActive(store, 'footage', footageId)
      await requireSource(footage)
      return proxies.make(footage, audioTrack, progress)
    }
  })
  const askProxy = ({ id, caseId, fileName }: Footage, audioTrack: number, priority: Job['priority']) =>
    startProxy({ caseId, subjectId: id, label: fileName, priority, request: { footageId: id, audioTrack } })

  /** Begins a proxy by itself, unless the last one was cancelled or failed: then a person has to ask for it. */
  async function beginProxy(footage: Footage, audioTrack: number): Promise<void> {
    const former = jobs.list().findLast((job) => job.kind === 'make-proxy' && job.subjectId === footage.id)
    const isLeft = audioTrack === 0 && (former?.status === 'cancelled' || former?.status === 'failed')
    if (!isLeft && core.media.tools().ffmpeg !== null) await askProxy(footage, audioTrack, 'background')
  }

  return {
    ...createAlignmentHandlers(core),
    load: os.footage.load.handler(async ({ input, context }) => {
      await requireActive(store, 'case', input.caseId)
      if (input.draft.wearerId !== null) await requireActive(store, 'person', input.draft.wearerId)
      const sourcePath = core.grants.pathOf(input.grantId)
      const request = { id: footageIdSchema.parse(uuidv7()), user: context.user, caseId: input.caseId, sourcePath, draft: input.draft }
      return startLoad({ caseId: input.caseId, label: path.basename(sourcePath), request })
    }),
    update: os.footage.update.handler(async ({ input, context }) => {
      const { result } = await ledger.write({
        actor: context.user,
        action: 'footage.update',
        plan: async (read) => {
          const before = await requireActive(read, 'footage', input.footageId)
          if (input.draft.wearerId !== null) await requireActive(read, 'person', input.draft.wearerId)
          const clock =
            input.draft.startsAt === null ? { startsAt: null, clockMethod: 'unknown' as const } : clockOf(input.draft, before.probe)
          const after = { ...before, ...input.draft, ...clock, ...touchedFields(context.user, now()) }
          return {
            caseId: after.caseId,
            changes: [{ entity: 'footage', before, after }],
            label: inLedger('changeFootage', { fileName: after.fileName }),
            result: after
          }
        }
      })
      return result
    }),
    withdraw: os.footage.withdraw.handler(({ input, context }) =>
      ledger.withdraw({
        actor: context.user,
        action: 'footage.withdraw',
        entity: 'footage',
        id: input.footageId,
        reason: input.reason,
        labelOf: (record) => inLedger('withdrawFootage', { fileName: record.fileName })
      })
    ),
    makeProxy: os.footage.makeProxy.handler(async ({ input }) =>
      askProxy(await requireActive(store, 'footage', input.footageId), input.audioTrack, 'asked')
    ),
    playback: os.footage.playback.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      const nothing = { mediaId: null, readyUs: null, problem: null }
      if (footage.isPlayableFromSource && input.audioTrack === 0 && !input.isSourceBroken) {
        const problem = await sourceProblem(footage)
        return problem === null
          ? { ...nothing, from: 'source' as const, mediaId: footage.mediaId }
          : { ...nothing, from: 'none' as const, problem }
      }
      const proxyId = await proxies.find(footage, input.audioTrack)
      if (proxyId !== null) return { ...nothing, from: 'proxy' as const, mediaId: proxyId }
      const problem = await sourceProblem(footage)
      if (problem !== null) return { ...nothing, from: 'none' as const, problem }
      await beginProxy(footage, input.audioTrack)
      const soFar = await proxies.soFar(footage, input.audioTrack, input)
      if (soFar !== null) return { ...nothing, from: 'growing' as const, ...soFar }
      return { ...nothing, from: 'none' as const, problem: needsProxy(footage, input.audioTrack) }
    }),
    damage: os.footage.damage.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return [...damageOf(footage.probe), ...(await proxies.damage(footage))]
    }),
    frames: os.footage.frames.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return proxies.window(footage, input.fromUs, input.toUs, input.of)
    }),
    overview: os.footage.overview.handler(async ({ input }) => overviews.read(await requireActive(store, 'footage', input.footageId))),
    waveform: os.footage.waveform.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return overviews.waveform(footage, input.fromUs, input.toUs, input.bucketCount)
    }),
    makeOverview: os.footage.makeOverview.handler(async ({ input }) =>
      overviews.begin(await requireActive(store, 'footage', input.footageId), true)
    )
  }
}

function needsProxy(footage: Footage, audioTrack: number): Problem {
  return new ProblemError(
    'footage_unreadable',
    audioTrack === 0
      ? problemWords('codecNotPlayed', { codec: footage.probe.videoCodec, container: footage.probe.container })
      : problemWords('trackNotPlayed', { track: audioTrack + 1 }),
    { subjectId: footage.id }
  ).problem
}
