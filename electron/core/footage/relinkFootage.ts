import path from 'node:path'
import { z } from 'zod'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema } from '#shared/model/ids'
import { userSchema, type User } from '#shared/model/ledger'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { requireActive, touchedFields } from '../ledger'
import { planFileCheck } from './checkFile'
import { contentTypeOf } from './contentTypes'
import { hashFile, statFile, type HashedFile } from './hashFile'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** Which footage is to be found again, and among which files. */
export const relinkRequestSchema = z.object({ user: userSchema, footageId: footageIdSchema, paths: z.array(z.string()).min(1) })
type RelinkRequest = z.infer<typeof relinkRequestSchema>

interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/**
 * Finds the file of a footage again among the files named: only one with the same SHA-256 is taken. Those of another size
 * cannot be it and are not read. Throws `footage_other_file` where none of them is it, and `footage_missing`; nothing is changed then.
 */
export async function findFootageFile(core: CoreContext, request: RelinkRequest, { signal, report }: Progress): Promise<Footage> {
  const { user, footageId, paths } = request
  const footage = await requireActive(core.store, 'footage', footageId)
  for (const [index, sourcePath] of paths.entries()) {
    if ((await statFile(sourcePath)).sizeBytes !== footage.sizeBytes) continue
    const hashed = await hashFile(sourcePath, signal, (progress) => report(inJob('hashing'), (index + progress) / paths.length))
    if (hashed.sha256 === footage.sha256) return relinkFootage(core, user, footage, sourcePath, hashed)
  }
  const [first = ''] = paths
  const asked = { loaded: footage.fileName, start: footage.sha256.slice(0, 12), sizeBytes: footage.sizeBytes }
  throw new ProblemError(
    'footage_other_file',
    paths.length === 1
      ? problemWords('otherFile', { fileName: path.basename(first), ...asked })
      : problemWords('noneIsFile', { count: paths.length, ...asked }),
    { subjectId: footage.id }
  )
}

/** Records where the file of a footage lies now. `hashed` is what was read there, and has the footage's SHA-256. */
export async function relinkFootage(
  core: CoreContext,
  user: User,
  footage: Footage,
  sourcePath: string,
  hashed: HashedFile
): Promise<Footage> {
  const fileName = path.basename(sourcePath)
  // First, so that a screen that hears of the change finds the file there.
  await core.store.putMedia(footage.mediaId, {
    path: sourcePath,
    contentType: contentTypeOf(sourcePath),
    downloadName: fileName,
    expected: hashed
  })
  const { result } = await core.ledger.write({
    actor: user,
    action: 'footage.relink',
    plan: async (read) => {
      const now = core.now()
      const before = await requireActive(read, 'footage', footage.id)
      const after = { ...before, sourcePath, fileName, modifiedAtMs: hashed.modifiedAtMs, ...touchedFields(user, now) }
      const check = await planFileCheck(read, after, 'footage', { state: 'intact', foundSha256: hashed.sha256 }, user, now)
      return {
        caseId: after.caseId,
        changes: [{ entity: 'footage', before, after }, check],
        label: inLedger('findFootage', { fileName: before.fileName, path: sourcePath }),
        result: after
      }
    }
  })
  return result
}
