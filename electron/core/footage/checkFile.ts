import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Change } from '#shared/model/entities'
import type { FileCheck } from '#shared/model/fileCheck'
import type { Footage } from '#shared/model/footage'
import { fileCheckIdSchema } from '#shared/model/ids'
import { userSchema, type User } from '#shared/model/ledger'
import type { Report } from '#shared/model/report'
import { ProblemError } from '#shared/rpc/problem'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { bornFields, requireActive, touchedFields } from '../ledger'
import type { ReadableStore } from '../storage'
import { hashFile, type HashedFile } from './hashFile'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

/** Which source file is checked, for whom. */
export const fileCheckRequestSchema = z.object({
  user: userSchema,
  subjectKind: z.enum(['footage', 'report']),
  subjectId: z.uuidv7(),
  isScheduled: z.boolean()
})
type FileCheckRequest = z.infer<typeof fileCheckRequestSchema>

interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/** What was found at a source's place: the whole file, one that was written to meanwhile, or none that can be read. */
type Found = { state: 'read'; file: HashedFile } | { state: 'changed' | 'missing' }

/**
 * Hashes one source file again and records whether it is intact, changed or missing; the ledger gets an entry whatever
 * comes out. A file that is intact, though its time of last change is another, counts as the one that was loaded again.
 * Throws `not_found` and `already_withdrawn`.
 */
export async function checkFile(core: CoreContext, request: FileCheckRequest, { signal, report }: Progress): Promise<FileCheck> {
  const { user, subjectKind, subjectId, isScheduled } = request
  const subject = await requireActive(core.store, subjectKind, subjectId)
  const found = await readFound(subject.sourcePath, signal, (progress) => report(inJob('hashing'), progress))
  signal.throwIfAborted()
  const file = found.state === 'read' ? found.file : null
  const state = found.state === 'read' ? (found.file.sha256 === subject.sha256 ? 'intact' : 'changed') : found.state
  // First, so that a screen that hears of the change finds the file there.
  if (state === 'intact' && file !== null) {
    const location = await core.store.media(subject.mediaId)
    if (location !== null) await core.store.putMedia(subject.mediaId, { ...location, expected: file })
  }
  const { result } = await core.ledger.write({
    actor: user,
    action: subjectKind === 'footage' ? 'footage.verify' : 'reports.verify',
    kind: 'view',
    plan: async (read) => {
      const now = core.now()
      const check = await planFileCheck(read, subject, subjectKind, { state, foundSha256: file?.sha256 ?? null }, user, now)
      const touched =
        state === 'intact' && file !== null && subjectKind === 'footage' ? await planTouched(read, subjectId, file, user, now) : []
      return {
        caseId: subject.caseId,
        changes: [check, ...touched],
        label: inLedger(isScheduled ? 'verifyScheduled' : 'verify', {
          kind: subjectKind,
          fileName: subject.fileName,
          outcome: wordsOf(state, subject.sha256, file)
        }),
        result: check.after
      }
    }
  })
  return result
}

/** The change that keeps the outcome of a check: one record for each source file. */
export async function planFileCheck(
  read: ReadableStore,
  subject: Pick<Footage | Report, 'id' | 'caseId'>,
  subjectKind: FileCheck['subjectKind'],
  outcome: Pick<FileCheck, 'state' | 'foundSha256'>,
  user: User,
  now: Date
): Promise<Extract<Change, { entity: 'fileCheck' }>> {
  const before = (await read.listOfCase('fileCheck', subject.caseId)).find((check) => check.subjectId === subject.id) ?? null
  const checkedAt = now.toISOString()
  const after: FileCheck =
    before === null
      ? {
          id: fileCheckIdSchema.parse(uuidv7()),
          ...{ caseId: subject.caseId, subjectId: subject.id, subjectKind, checkedAt },
          ...outcome,
          ...bornFields(user, now)
        }
      : { ...before, ...outcome, checkedAt, ...touchedFields(user, now) }
  return { entity: 'fileCheck', before, after }
}

/** A footage whose file was put back keeps its content and takes the file's new time of last change, so that it is played again. */
async function planTouched(read: ReadableStore, footageId: string, file: HashedFile, user: User, now: Date): Promise<Change[]> {
  const before = await requireActive(read, 'footage', footageId)
  if (before.modifiedAtMs === file.modifiedAtMs) return []
  return [{ entity: 'footage', before, after: { ...before, modifiedAtMs: file.modifiedAtMs, ...touchedFields(user, now) } }]
}

async function readFound(sourcePath: string, signal: AbortSignal, onProgress: (progress: number) => void): Promise<Found> {
  try {
    return { state: 'read', file: await hashFile(sourcePath, signal, onProgress) }
  } catch (error) {
    if (signal.aborted) throw error
    if (error instanceof ProblemError) return { state: error.problem.code === 'footage_missing' ? 'missing' : 'changed' }
    // A file that is there and cannot be read, for its rights or a broken disk, is as good as gone for a reviewer.
    if (error instanceof Error && 'syscall' in error) return { state: 'missing' }
    throw error
  }
}

function wordsOf(state: FileCheck['state'], sha256: string, file: HashedFile | null): string {
  switch (state) {
    case 'intact':
      return inLedger('intact', { sha256 })
    case 'changed':
      return file === null ? inLedger('changedWhileRead', { sha256 }) : inLedger('changedContent', { found: file.sha256, sha256 })
    case 'missing':
      return inLedger('missing', { sha256 })
  }
}
