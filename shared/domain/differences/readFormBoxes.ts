import type { Codebook } from '../../model/codebookSchema'
import type { FormAccount } from '../../model/comparison'
import type { FormField } from '../../model/report'
import { boxSubject, partyOfKind, plain, type BoxSubject } from './boxSubject'

type Box = FormAccount['boxes'][number]
type Ticked = FormField & { isTicked: boolean }

/** A box with what stands in for its words, and the answer that it gives if it stands beside a question. */
interface Asked {
  field: Ticked
  question: string
  answer: 'yes' | 'no' | null
}

/**
 * The boxes of a form that ask about something that the codebook has words for; boxes for yes and no are one with their question. One
 * that asks about something else, or of which it is not plain what it asks or says, is left out.
 */
export function readFormBoxes(text: string, fields: readonly FormField[], codebook: Codebook): Box[] {
  const ticked = fields.flatMap((field): Ticked[] => (field.isTicked === null ? [] : [{ ...field, isTicked: field.isTicked }]))
  const asked: Asked[] = []
  for (const field of ticked.sort((a, b) => a.start - b.start || a.end - b.end)) asked.push(asking(field, text, asked.at(-1), codebook))
  return questionsOf(asked).flatMap((group): Box[] => {
    const [first] = group
    if (first === undefined) return []
    const subject = first.answer === null ? subjectOf(first.field, codebook) : known(boxSubject(first.question, codebook))
    const isTicked = first.answer === null ? first.field.isTicked : answerOf(group)
    const name = first.answer === null ? nameOf(first.field) : first.question
    // “No injuries: yes” says too little to go by.
    if (subject === null || isTicked === null || name === '' || (first.answer !== null && subject.isDenial)) return []
    const end = Math.max(...group.map(({ field }) => field.end))
    return [{ name, ...subject, isTicked, isQuestion: first.answer !== null, start: first.field.start, end }]
  })
}

/** Neighbours that answer one question, together; every other box by itself. */
function questionsOf(asked: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = []
  for (const one of asked) {
    const last = groups.at(-1)
    const [first] = last ?? []
    if (last !== undefined && first?.answer != null && one.answer !== null && plain(first.question) === plain(one.question)) last.push(one)
    else groups.push([one])
  }
  return groups
}

/** Null where neither is ticked, or both, or where “no” stands alone and is not ticked. */
function answerOf(group: readonly Asked[]): boolean | null {
  const [yes, no] = (['yes', 'no'] as const).map((answer) =>
    group.filter((one) => one.answer === answer).map(({ field }) => field.isTicked)
  )
  if (yes === undefined || no === undefined) return null
  const [isYes, isNo] = [yes.includes(true), no.includes(true)]
  if (isYes !== isNo) return isYes
  return no.length === 0 && !isYes ? false : null
}

function asking(field: Ticked, text: string, before: Asked | undefined, codebook: Codebook): Asked {
  const { yes, no } = codebook.lexicon.boxes
  const answerIn = (word: string | undefined): Asked['answer'] =>
    word === undefined ? null : yes.includes(word) ? 'yes' : no.includes(word) ? 'no' : null
  for (const written of [field.value, field.name]) {
    const words = plain(written).trim().split(' ')
    const last = words.at(-1)
    const whole = words.length === 1 ? answerIn(last) : null
    if (whole !== null) {
      // A name in the file may end with the answer where the words beside the box do not.
      const named = trailing(field.name)
      return { field, question: (field.label ?? '').trim() || questionBefore(field, text, before) || named, answer: whole }
    }
    // One letter at the end of words is no answer.
    const end = last !== undefined && last.length > 1 ? answerIn(last) : null
    if (end !== null) return { field, question: trailing(written), answer: end }
  }
  return { field, question: '', answer: null }

  function trailing(written: string): string {
    const spaced = written
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .trim()
    const word = /[\p{L}\p{N}]+\P{L}*$/u.exec(spaced)
    return word !== null && answerIn(plain(word[0]).trim()) !== null ? spaced.slice(0, word.index).replace(/[\s:–-]+$/u, '') : spaced
  }
}

/** The question that stands before an answer: on its line, at its neighbour's, or on the line above if that asks. */
function questionBefore({ start }: Ticked, text: string, before: Asked | undefined): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (before !== undefined && before.field.end > lineStart && before.answer !== null) return before.question
  const onLine = text.slice(Math.max(lineStart, before?.field.end ?? 0), start)
  if (/\p{L}{2}/u.test(onLine)) return lastCell(onLine)
  if (before !== undefined && before.field.end > lineStart) return ''
  const above = text.slice(0, lineStart).trimEnd()
  const line = above.slice(above.lastIndexOf('\n') + 1)
  return /[?:]$/u.test(line) ? lastCell(line) : ''
}

const lastCell = (words: string): string =>
  (
    words
      .split(/\t|[ ]{3,}/u)
      .findLast((cell) => /\p{L}{2}/u.test(cell))
      ?.trim() ?? ''
  ).replace(/[\s:._–-]+$/u, '')

/** What a box asks about: the words beside it say, or those before its line where they stand for a type of force, or its name in the file. */
function subjectOf(field: Ticked, codebook: Codebook): BoxSubject | null {
  const label = (field.label ?? '').trim()
  const byLabel = boxSubject(label, codebook)
  if (byLabel !== null && byLabel !== 'unclear' && byLabel.kind === 'force' && byLabel.types.length > 0) return byLabel
  const byValue = boxSubject(field.value, codebook)
  if (byValue !== null) return known(byValue)
  // “Injured: [x] Subject [ ] Officer”.
  if (byLabel !== null && byLabel !== 'unclear') {
    const party = partyOfKind(byLabel.kind, field.value, codebook)
    if (party !== null) return { ...byLabel, party }
  }
  // A word of its own beside a box, “Minor”, says something else than the file's name of the field.
  return label !== '' && field.value !== field.name && /\p{L}{3}/u.test(field.value) && label !== field.value
    ? null
    : known(boxSubject(field.name, codebook))
}

function nameOf({ label, value, name }: Ticked): string {
  return (label ?? '').trim() || value.trim() || name.trim()
}

const known = (subject: BoxSubject | 'unclear' | null): BoxSubject | null => (subject === 'unclear' ? null : subject)
