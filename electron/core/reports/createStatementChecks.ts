import { isDeepStrictEqual } from 'node:util'
import { moveReading } from '#shared/domain/statements/moveReading'
import { readStatements } from '#shared/domain/statements/readStatements'
import type { Codebook } from '#shared/model/codebookSchema'
import type { CaseId } from '#shared/model/ids'
import type { PassageSpan, ReadStatement, StatementDraft } from '#shared/model/report'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { requireActive } from '../ledger'
import type { ReadableStore } from '../storage'

/** What a statement must be before it is recorded. */
export function createStatementChecks(codebook: Codebook) {
  /** What the reader finds in a span of a report's text; positions are of the whole text. */
  const readSpan = (text: string, { start, end }: Pick<PassageSpan, 'start' | 'end'>): ReadStatement[] =>
    readStatements(text.slice(start, end), codebook).map((statement) => moveReading(statement, start))

  return {
    readSpan,
    /**
     * Throws `invalid_input`, `not_found` or `already_withdrawn` where a draft names what the case or the codebook does not know;
     * whom the statement named before, it may name again.
     */
    requireValid: async (read: ReadableStore, caseId: CaseId, draft: StatementDraft, former: StatementDraft | null): Promise<void> => {
      const known = new Set([...(former?.actorIds ?? []), ...(former?.targetIds ?? [])])
      for (const personId of [...draft.actorIds, ...draft.targetIds]) {
        if (known.has(personId)) continue
        const person = await requireActive(read, 'person', personId)
        if (person.caseId !== caseId) throw new ProblemError('invalid_input', problemWords('personOfAnotherCase'))
      }
      const unknown = draft.types.filter((id) => !codebook.forceTypes.some((type) => type.id === id))
      if (draft.bodyArea !== null && !codebook.bodyAreas.some((area) => area.id === draft.bodyArea)) unknown.push(draft.bodyArea)
      if (unknown.length > 0) {
        throw new ProblemError('invalid_input', problemWords('notInCodebook', { names: unknown.join(', ') }))
      }
    },
    /** What a draft is said to have begun as must be what the reader finds: it is shown as such ever after. Throws `invalid_input`. */
    requireFound: (text: string, span: Pick<PassageSpan, 'start' | 'end'>, readAs: ReadStatement): void => {
      if (readSpan(text, span).some((found) => isDeepStrictEqual(found, readAs))) return
      throw new ProblemError('invalid_input', problemWords('notFoundByReader'))
    }
  }
}
