import type { Footage } from '#shared/model/footage'
import { ProblemError, type Problem } from '#shared/rpc/problem'
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
  if (problem !== null) throw new ProblemError(problem.code, problem.what, problem.todo)
}

/** The error for a source that is not the file that was loaded. */
export function sourceChanged(footage: Footage): ProblemError {
  return new ProblemError(
    'footage_changed',
    `${footage.fileName} is not the file that was loaded: its content or its time of last change differs.`,
    'Put the original file back. Until then it is not played, so that no tag is made on another recording.',
    { subjectId: footage.id, kept: 'All tags and links are kept.' }
  )
}
