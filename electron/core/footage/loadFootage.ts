import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { caseIdSchema, footageIdSchema, mediaIdSchema, type CaseId } from '#shared/model/ids'
import { footageDraftSchema, type ClockMethod, type Footage, type FootageDraft, type FootageProbe } from '#shared/model/footage'
import { userSchema } from '#shared/model/ledger'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive } from '../ledger'
import { isPlayableInChromium, withFrameTimes, type FileProbe } from '../media'
import type { ReadableStore } from '../storage'
import { contentTypeOf } from './contentTypes'
import { hashFile, statFile, type HashedFile } from './hashFile'
import { relinkFootage } from './relinkFootage'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** What a footage is loaded from, and into; `id` is the one it will have. */
export const loadRequestSchema = z.object({
  id: footageIdSchema,
  user: userSchema,
  caseId: caseIdSchema,
  sourcePath: z.string(),
  draft: footageDraftSchema
})
type LoadRequest = z.infer<typeof loadRequestSchema>

interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/**
 * Loads one video file into a case: hashes it, reads what it says of itself and where its frames are, and records it.
 * The file is only read. Answers with the new footage, or with the one that was missing its file and has it again.
 * Throws `footage_already_loaded`, `footage_not_video`, `footage_unreadable`, `footage_missing`, `footage_changed`, `ffmpeg_unavailable`.
 */
export async function loadFootage(core: CoreContext, request: LoadRequest, { signal, report }: Progress): Promise<Footage> {
  const { sourcePath } = request
  // Work that the app's end interrupted after its last write is taken up with nothing left to do.
  const known = await core.store.get('footage', request.id)
  if (known !== null) return known
  const hashed = await hashFile(sourcePath, signal, (progress) => report(inJob('hashing'), progress * 0.6))
  if (hashed.sizeBytes === 0) {
    throw new ProblemError('footage_not_video', problemWords('footageEmpty', { fileName: path.basename(sourcePath) }))
  }
  const duplicate = await findDuplicate(core.store, request.caseId, hashed.sha256)
  if (duplicate !== null) return relink(core, duplicate, request, hashed)

  report(inJob('readingContainer'), 0.6)
  const container = await core.media.probe(sourcePath, signal)
  const found = await core.media.readFrameTimes(sourcePath, signal, (progress) => report(inJob('readingFrames'), 0.65 + progress * 0.3))
  if (found.ticks.length === 0) {
    throw new ProblemError('footage_unreadable', problemWords('footageWithoutFrames', { fileName: path.basename(sourcePath) }))
  }
  const probe = withFrameTimes(container, found)
  await core.frames.save(hashed.sha256, found)
  await requireUnchanged(sourcePath, hashed)
  signal.throwIfAborted()
  report(inJob('recording'), 0.98)
  return record(core, request, hashed, probe)
}

async function record(core: CoreContext, request: LoadRequest, hashed: HashedFile, probe: FileProbe): Promise<Footage> {
  const { user, sourcePath } = request
  const fileName = path.basename(sourcePath)
  const mediaId = mediaIdSchema.parse(uuidv7())
  await core.store.putMedia(mediaId, { path: sourcePath, contentType: contentTypeOf(sourcePath), downloadName: fileName, expected: hashed })
  const { result } = await core.ledger.write({
    actor: user,
    action: 'footage.load',
    plan: async (read) => {
      const { id: caseId } = await requireActive(read, 'case', request.caseId)
      // Two loads of one file may run side by side; the second to arrive here is the duplicate.
      const duplicate = await findDuplicate(read, caseId, hashed.sha256)
      if (duplicate !== null) throw alreadyLoaded(duplicate)
      if (request.draft.wearerId !== null) await requireActive(read, 'person', request.draft.wearerId)
      const after: Footage = {
        ...request.draft,
        ...clockOf(request.draft, probe),
        id: request.id,
        caseId,
        mediaId,
        fileName,
        sourcePath,
        ...hashed,
        probe,
        isPlayableFromSource: isPlayableInChromium(probe),
        ...bornFields(user, core.now())
      }
      return { caseId, changes: [{ entity: 'footage', before: null, after }], label: inLedger('loadFootage', { fileName }), result: after }
    }
  })
  return result
}

/** The same file again is refused, unless the footage had lost its file: then this is where it is now. */
async function relink(core: CoreContext, duplicate: Footage, request: LoadRequest, hashed: HashedFile): Promise<Footage> {
  const isThere = await statFile(duplicate.sourcePath).then(
    (found) => found.sizeBytes === duplicate.sizeBytes && found.modifiedAtMs === duplicate.modifiedAtMs,
    () => false
  )
  if (isThere) throw alreadyLoaded(duplicate)
  return relinkFootage(core, request.user, duplicate, request.sourcePath, hashed)
}

/** When the first frame was taken, and who says so: the reviewer before the file. */
export function clockOf(draft: FootageDraft, probe: FootageProbe): { startsAt: string | null; clockMethod: ClockMethod } {
  if (draft.startsAt !== null) return { startsAt: draft.startsAt, clockMethod: draft.startsAt === probe.recordedAt ? 'file' : 'reviewer' }
  return { startsAt: probe.recordedAt, clockMethod: probe.recordedAt === null ? 'unknown' : 'file' }
}

async function findDuplicate(read: ReadableStore, caseId: CaseId, sha256: string): Promise<Footage | null> {
  const footage = await read.listOfCase('footage', caseId)
  return footage.find((one) => one.withdrawn === null && one.sha256 === sha256) ?? null
}

function alreadyLoaded(duplicate: Footage): ProblemError {
  return new ProblemError(
    'footage_already_loaded',
    problemWords('footageLoadedAlready', { fileName: duplicate.fileName, start: duplicate.sha256.slice(0, 12) }),
    { subjectId: duplicate.id }
  )
}

async function requireUnchanged(sourcePath: string, hashed: HashedFile): Promise<void> {
  const now = await statFile(sourcePath)
  if (now.sizeBytes !== hashed.sizeBytes || now.modifiedAtMs !== hashed.modifiedAtMs) {
    throw new ProblemError('footage_changed', problemWords('writtenDuringLoad', { path: sourcePath }))
  }
}
