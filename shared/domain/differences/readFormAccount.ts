import type { Codebook } from '../../model/codebookSchema'
import type { FormAccount } from '../../model/comparison'
import type { FormField, ReadStatement, ReportText } from '../../model/report'
import { readStatements } from '../statements/readStatements'
import { partyOfKind, sensesOf } from './boxSubject'
import { readFormBoxes } from './readFormBoxes'
import { readTopics } from './readTopics'

const leastWordsUnended = 6

/**
 * What a form says in its boxes and in its narrative. Null for a report without any box that asks about something that the codebook has
 * words for: nothing follows from what such a report does not tick. Neither the boxes nor what only heads a field is read as narrative.
 */
export function readFormAccount(
  { reportId, text, formFields }: Pick<ReportText, 'reportId' | 'text' | 'formFields'>,
  codebook: Codebook
): FormAccount | null {
  const fields = formFields ?? []
  const boxes = readFormBoxes(text, fields, codebook)
  if (boxes.length === 0) return null
  const asked = new Set(boxes.map(({ kind }) => kind))
  const narrative = withoutBoxes(text, fields)
  const told = readStatements(narrative, codebook).flatMap((statement): FormAccount['told'] => {
    const { kind, types, negated, hearsay, start, end, text: quote, evidence } = statement
    if (!asked.has(kind) || !isTelling(quote, evidence.kind ?? [], narrative)) return []
    const told = kind === 'force' ? types : sensesOf(quote, kind, codebook)
    return [{ kind, types: told, party: partyOf(statement, codebook), isNegated: negated, isHearsay: hearsay, quote, start, end }]
  })
  const topics = asked.has('topic') ? readTopics(narrative, codebook) : []
  const ofTopics = topics.flatMap(({ words, ...topic }): FormAccount['told'] =>
    isTelling(topic.quote, [words], narrative) ? [{ kind: 'topic', party: null, ...topic }] : []
  )
  return { reportId, boxes, told: [...told, ...ofTopics] }
}

/** Whether a sentence with these words tells something, rather than asking it or heading what is filled in. */
function isTelling(sentence: string, words: readonly { end: number }[], narrative: string): boolean {
  const written = sentence.trim()
  if (written.endsWith('?')) return false
  const wordCount = written.match(/\p{L}+/gu)?.length ?? 0
  if (!/[.!…;]["'”’)]*$/u.test(written) && wordCount < leastWordsUnended) return false
  return !words.every(({ end }) => /^\s*:/u.test(narrative.slice(end, end + 3)))
}

function partyOf({ kind, actor, target, text }: ReadStatement, codebook: Codebook): FormAccount['told'][number]['party'] {
  const named = kind === 'injury' ? (target ?? actor) : target
  return partyOfKind(kind, named ?? text, codebook)
}

/**
 * Blanks keep every other word in its place; a line break keeps the words before and after from making one sentence. What stands on a
 * line before its first box belongs to the boxes.
 */
function withoutBoxes(text: string, fields: readonly FormField[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of fields.filter(({ isTicked }) => isTicked !== null).sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, Math.min(start, headOf(text, start)))
    rest += `${text.slice(at, from)}${'\n'.repeat(Math.max(0, Math.min(end, text.length) - from))}`
    at = end
  }
  return rest + text.slice(at)
}

/** Where the words begin that stand before a box: at its line, or after the last sentence on it. */
function headOf(text: string, start: number): number {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return lineStart + (/^.*[.!](?=\s)/u.exec(text.slice(lineStart, start))?.[0].length ?? 0)
}
