import path from 'node:path'
import { mkdir } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema, mediaIdSchema } from '#shared/model/ids'
import { ProblemError, type Problem } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { os } from '../rpc/implementer'
import { createAlignmentHandlers } from './alignment/createAlignmentHandlers'
import type { Overviews } from './createOverviews'
import type { FrameIndex } from './frameIndex'
import { statFile } from './hashFile'
import { clockOf, loadFootage, loadRequestSchema } from './loadFootage'
import { requireSource, sourceProblem } from './sourceProblem'

/** Footage: load, describe, play, see at a glance. */
export function createFootageHandlers(core: CoreContext, frames: FrameIndex, overviews: Overviews) {
  const { store, ledger, jobs, now } = core
  const proxySetting = (footage: Footage) => `proxy of ${footage.id}`

  async function makeProxy(footage: Footage, signal: AbortSignal, report: (step: string, progress: number) => void): Promise<string> {
    await requireSource(footage)
    const file = path.join(core.dataFolder, 'derived', footage.sha256, 'proxy.mp4')
    await mkdir(path.dirname(file), { recursive: true })
    await core.media.makeProxy(footage.sourcePath, file, footage.probe, signal, (progress) => report('Making a playable copy', progress))
    const mediaId = mediaIdSchema.parse(uuidv7())
    await store.putMedia(mediaId, { path: file, contentType: 'video/mp4', downloadName: `${footage.fileName}.proxy.mp4`, expected: null })
    await store.putSetting(proxySetting(footage), mediaId)
    return mediaId
  }

  const startLoad = jobs.define({
    kind: 'load-footage',
    request: loadRequestSchema,
    isResumable: true,
    run: async (request, progress) => {
      const { id, caseId } = await loadFootage(core, frames, request, progress)
      void overviews.beginForCase(caseId)
      return id
    }
  })
  const startProxy = jobs.define({
    kind: 'make-proxy',
    request: z.object({ footageId: footageIdSchema }),
    isResumable: true,
    run: async ({ footageId }, { signal, report }) => makeProxy(await requireActive(store, 'footage', footageId), signal, report)
  })

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
            label: `Change footage ${after.fileName}`,
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
        labelOf: (record) => `Withdraw footage ${record.fileName}`
      })
    ),
    makeProxy: os.footage.makeProxy.handler(async ({ input }) => {
      const { id, caseId, fileName } = await requireActive(store, 'footage', input.footageId)
      return startProxy({ caseId, subjectId: id, label: fileName, request: { footageId: id } })
    }),
    playback: os.footage.playback.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      const proxyId = await store.setting(proxySetting(footage), mediaIdSchema)
      if (footage.isPlayableFromSource || proxyId === null) {
        const problem = (await sourceProblem(footage)) ?? (footage.isPlayableFromSource ? null : needsProxy(footage))
        return problem === null
          ? { from: 'source' as const, mediaId: footage.mediaId, problem }
          : { from: 'none' as const, mediaId: null, problem }
      }
      const proxy = await store.media(proxyId)
      const isThere = proxy !== null && (await statFile(proxy.path).then(Boolean, () => false))
      return isThere
        ? { from: 'proxy' as const, mediaId: proxyId, problem: null }
        : { from: 'none' as const, mediaId: null, problem: needsProxy(footage) }
    }),
    frames: os.footage.frames.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      return frames.window(footage, input.fromUs, input.toUs)
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

function needsProxy(footage: Footage): Problem {
  return new ProblemError(
    'footage_unreadable',
    `This window cannot play ${footage.probe.videoCodec} in ${footage.probe.container} from the source.`,
    'Make a playable copy. The source stays as it is, and times stay those of the source.',
    { subjectId: footage.id }
  ).problem
}
