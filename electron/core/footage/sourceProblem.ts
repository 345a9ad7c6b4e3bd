import type { Footage } from '#shared/model/footage'
import { ProblemError, type Problem, problemWords } from '#shared/rpc/problem'
import { statFile } from './hashFile'

/** Why the source of a footage cannot be used now, or null. */
export async function sourceProblem(footage: Footage): Promise<Problem | null> {
  try {
    const found = await statFile(footage.sourcePath)
    return found.sizeBytes === footage.sizeBytes && found.modifiedAtMs === footage.modifiedAtMs ? null : sourceChanged(footage).problem
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}

/** Throws where the source of a footage cannot be used now: `footage_missing`, `footage_changed`, `footage_unreadable`. */
export async function requireSource(footage: Footage): Promise<void> {
  const problem = await sourceProblem(footage)
  if (problem !== null) throw ProblemError.of(problem)
}

/** The error for a source that is not the file that was loaded. */
export function sourceChanged(footage: Footage): ProblemError {
  return new ProblemError('footage_changed', problemWords('sourceChanged', { fileName: footage.fileName }), { subjectId: footage.id })
}
