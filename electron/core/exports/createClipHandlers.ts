import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { formatFootageTime } from '#shared/domain/time'
import { clipRangeSchema, clipWaySchema, provenanceSchema, type ClipRange } from '#shared/model/clip'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema, mediaIdSchema } from '#shared/model/ids'
import { userSchema } from '#shared/model/ledger'
import { footageTimeSchema } from '#shared/model/primitives'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { localeSchema } from '#shared/messages/locale'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { localeOf } from '../createDeskHandlers'
import { requireActive } from '../ledger'
import { os } from '../rpc/implementer'
import { planClip } from './planClip'
import { clipSetting, requireUnchanged, writeClip } from './writeClip'

const inJob = englishOf('steps')

const planLimitMs = 10 * 60_000
const jobSchema = z.object({
  user: userSchema,
  /** Made when it was asked for, so that work taken up again writes over what it left. */
  mediaId: mediaIdSchema,
  footageId: footageIdSchema,
  what: z.discriminatedUnion('kind', [
    clipRangeSchema.extend({ kind: z.literal('clip'), way: clipWaySchema, locale: localeSchema.default('en') }),
    z.object({ kind: z.literal('still'), timeUs: footageTimeSchema })
  ])
})
/** What a job that writes a clip or a still is asked. */
export type ClipJob = z.infer<typeof jobSchema>

/** Clips and stills cut from footage, each with its provenance. */
export function createClipHandlers(core: CoreContext) {
  const { store, jobs } = core
  const start = jobs.define({
    kind: 'write-clip',
    request: jobSchema,
    isResumable: true,
    run: async (request, progress) => writeClip(core, await requireActive(store, 'footage', request.footageId), request, progress)
  })
  return {
    plan: os.clips.plan.handler(async ({ input }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      const asked = { inUs: input.inUs, outUs: input.outUs }
      requireRange(footage, asked)
      await requireUnchanged(footage)
      return planClip(await core.media.readCutSource(footage.sourcePath, asked, AbortSignal.timeout(planLimitMs)), asked, input.way)
    }),
    write: os.clips.write.handler(async ({ input, context }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      requireRange(footage, input)
      const { inUs, outUs, way } = input
      const locale = input.locale ?? (await localeOf(store, context.user.id))
      return start({
        ...{ caseId: footage.caseId, subjectId: footage.id },
        label: inJob('clipOf', { fileName: footage.fileName, start: formatFootageTime(inUs), end: formatFootageTime(outUs) }),
        request: {
          user: context.user,
          mediaId: mediaIdSchema.parse(uuidv7()),
          footageId: footage.id,
          what: { kind: 'clip', inUs, outUs, way, locale }
        }
      })
    }),
    still: os.clips.still.handler(async ({ input, context }) => {
      const footage = await requireActive(store, 'footage', input.footageId)
      const { timeUs } = input
      requireRange(footage, { inUs: timeUs, outUs: timeUs + 1 })
      return start({
        ...{
          caseId: footage.caseId,
          subjectId: footage.id,
          label: inJob('stillOf', { fileName: footage.fileName, time: formatFootageTime(timeUs) })
        },
        request: { user: context.user, mediaId: mediaIdSchema.parse(uuidv7()), footageId: footage.id, what: { kind: 'still', timeUs } }
      })
    }),
    written: os.clips.written.handler(async ({ input }) => {
      const written = await store.setting(clipSetting(input.mediaId), z.object({ sidecarId: mediaIdSchema, provenance: provenanceSchema }))
      if (written === null) throw new ProblemError('not_found', problemWords('noSuchClip'), { subjectId: input.mediaId })
      return { mediaId: input.mediaId, ...written }
    })
  }
}

function requireRange(footage: Footage, { inUs, outUs }: ClipRange): void {
  if (outUs <= inUs) throw new ProblemError('range_reversed', problemWords('clipReversed'))
  if (inUs >= footage.probe.durationUs) {
    const end = formatFootageTime(footage.probe.durationUs)
    throw new ProblemError('time_outside_footage', problemWords('clipPastEnd', { end }))
  }
}
