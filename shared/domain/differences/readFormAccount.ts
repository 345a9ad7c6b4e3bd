import type { Codebook } from '../../model/codebookSchema'
import type { FormAccount } from '../../model/comparison'
import type { FormField, ReportText } from '../../model/report'
import { readStatements } from '../statements/readStatements'

/**
 * What a form says of force in its boxes and in the rest of its text. Null for a report that has no box for any type of force: nothing
 * follows from what such a report does not tick. The boxes themselves are not read as telling of anything, and neither is what the
 * text denies or reports from others.
 */
export function readFormAccount(
  { reportId, text, formFields }: Pick<ReportText, 'reportId' | 'text' | 'formFields'>,
  codebook: Codebook
): FormAccount | null {
  const boxes = (formFields ?? []).flatMap((field) => {
    if (field.isTicked === null) return []
    const name = (field.label ?? '').trim() || field.value.trim() || field.name.trim()
    const forceTypes = forceTypesOf(field, codebook)
    return name === '' || forceTypes.length === 0
      ? []
      : [{ name, forceTypes, isTicked: field.isTicked, start: field.start, end: field.end }]
  })
  if (boxes.length === 0) return null
  const told = readStatements(withoutBoxes(text, formFields ?? []), codebook).flatMap(
    ({ kind, types, negated, hearsay, start, end, text: quote }) =>
      kind === 'force' && !negated && !hearsay
        ? types.map((forceType) => ({ forceType, otherTypes: types.filter((type) => type !== forceType), quote, start, end }))
        : []
  )
  return { reportId, boxes, told }
}

/** Blanks keep every other word in its place; a line break keeps the words before and after from making one sentence. */
function withoutBoxes(text: string, fields: readonly FormField[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of fields.filter(({ isTicked }) => isTicked !== null).sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    rest += `${text.slice(at, from)}${'\n'.repeat(Math.max(0, Math.min(end, text.length) - from))}`
    at = end
  }
  return rest + text.slice(at)
}

/** The force types that a box names, by the codebook's words for them: of words within words, the longest count. */
function forceTypesOf({ label, value, name }: FormField, codebook: Codebook): string[] {
  for (const words of [label ?? '', value, name].map(plain)) {
    const types = named(words, codebook)
    if (types.length > 0) return types
  }
  return []
}

function named(words: string, codebook: Codebook): string[] {
  if (words.trim() === '') return []
  const matches = codebook.forceTypes.flatMap(({ id, label, words: known }) =>
    [label.replace(/\(.*\)/, ''), ...(/\((.*)\)/.exec(label)?.[1]?.split(',') ?? []), id, ...known].flatMap((phrase) => {
      const start = words.indexOf(plain(phrase))
      return start < 0 ? [] : [{ id, start, end: start + plain(phrase).length }]
    })
  )
  const longest = matches.filter(
    (match) =>
      !matches.some((other) => other.start <= match.start && other.end >= match.end && other.end - other.start > match.end - match.start)
  )
  if (longest.length > 0) return [...new Set(longest.map(({ id }) => id))]
  // “Taser” alone stands for every type whose label begins with it; “body” is where, not what.
  if (codebook.bodyAreas.some(({ id, words: known }) => [id, ...known].some((area) => plain(area) === words))) return []
  return codebook.forceTypes.filter(({ label }) => plain(label).startsWith(words)).map(({ id }) => id)
}

/** Lower-case words with one space before, between and after them; `TaserUsed` and `oc_spray` are two words each. */
function plain(written: string): string {
  const words = written
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words === null ? '' : ` ${words.join(' ')} `
}
