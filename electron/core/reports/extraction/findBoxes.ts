import type { FormField } from '#shared/model/report'

const ticked = /[☑☒🗹🗷✓✔✗✘xX]/u
/** A box as a sign of its own, or in brackets; round ones only where a form has them, at a line's start or after a gap. */
const box = /[☐☑☒🗹🗷]|\[(?:[ _]{0,3}|\s?[xX✓✔✗✘]\s?)\]|(?<=^|\t|[ ]{2})\((?:[ _]{1,3}|\s?[xX✓✔✗✘]\s?)\)(?=\s*\p{L})/gmu

type Mark = { start: number; end: number; isTicked: boolean }
const maxLabelLength = 120

/** What a line calls a field or boxes that stand after `words`: its last cell that has a word in it; null where there is none. */
export function labelOf(words: string): string | null {
  const cells = words.split(/\t|[ ]{3,}/u).map((cell) => cell.replace(/[\s:._▶►→–-]+$/u, '').trim())
  const label = cells.findLast((cell) => /\p{L}{2}/u.test(cell))
  return label === undefined || label.length > maxLabelLength ? null : label
}

/** The words from `start` to `end`, without what surrounds them. */
function trimmed(text: string, start: number, end: number): { start: number; end: number; words: string } {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + lead + words.trim().length, words: words.trim() }
}

/** The boxes of one line, from `from` to `to`, with the words that each stands beside. */
function boxesOfLine(text: string, from: number, to: number, marks: Mark[]): FormField[] {
  const [first, last] = [marks[0], marks.at(-1)]
  if (first === undefined || last === undefined) return []
  // Words stand after their box, unless the line begins with words and ends with a box.
  const isAfter = text.slice(from, first.start).trim() === '' || text.slice(last.end, to).trim() !== ''
  const label = isAfter ? labelOf(text.slice(from, first.start)) : null
  return marks.flatMap((mark, index): FormField[] => {
    const [start, end] = isAfter ? [mark.end, marks[index + 1]?.start ?? to] : [marks[index - 1]?.end ?? from, mark.start]
    const cells = text.slice(start, end)
    // In a row of a table a box speaks for its own cell, or for the next one where it has its own to itself.
    const tab = isAfter ? cells.search(/(?<=\S[^\t]*)\t/u) : cells.search(/\t[^\t]*\S[^\t]*$/u) + 1
    const beside = isAfter ? trimmed(text, start, tab < 0 ? end : start + tab) : trimmed(text, start + tab, end)
    if (beside.words === '') return []
    const span = isAfter ? { start: mark.start, end: beside.end } : { start: beside.start, end: mark.end }
    return [{ name: beside.words, label, value: beside.words, isTicked: mark.isTicked, ...span }]
  })
}

/**
 * The boxes to tick in a text of any format, as ☒ Baton, [X] Baton or Baton ☐, each with the words beside it, in the order of the
 * text. A box without words on its line is left out.
 */
export function findBoxes(text: string): FormField[] {
  let from = 0
  return text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    const marks = Array.from(line.matchAll(box), (match): Mark => {
      return { start: start + match.index, end: start + match.index + match[0].length, isTicked: ticked.test(match[0]) }
    })
    return boxesOfLine(text, start, start + line.length, marks)
  })
}

/**
 * The fields of a form that a file names, together with the boxes found in its text: a box that the file names takes the words that
 * stand beside it. In the order of the text.
 */
export function mergeFields(named: readonly FormField[], boxes: readonly FormField[]): FormField[] {
  const isTouched = (field: FormField, one: FormField): boolean => field.start < one.end && one.start < field.end
  const merged = named.map((field) => {
    const beside = field.isTicked === null ? undefined : boxes.find((one) => isTouched(field, one) && one.isTicked === field.isTicked)
    if (beside === undefined) return field
    return { ...beside, name: field.name, label: field.label ?? beside.label }
  })
  const others = boxes.filter((one) => !named.some((field) => field.isTicked !== null && isTouched(field, one)))
  return [...merged, ...others].sort((a, b) => a.start - b.start || a.end - b.end)
}
