import { isTakenAway } from './docxNumbering'
import { elementsNamed } from './docxXml'

const isShown = (element: Element): boolean => element.textContent.trim() !== ''
/** A number with its noun: 1 picture, 2 pictures. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/**
 * What some parts of a document hold that is not given as text: a sentence for each kind. `comments` is the part with the
 * remarks in the margin.
 */
export function describeUnread(parts: readonly Document[], comments: Document | null): string[] {
  const inAny = (...names: string[]): Element[] => parts.flatMap((part) => names.flatMap((name) => elementsNamed(part, name, 'any')))
  const notes: string[] = []
  const pictures = inAny('blip', 'imagedata').filter((picture) => !isTakenAway(picture)).length
  if (pictures > 0) notes.push(`It holds ${counted(pictures, 'picture')}: words inside a picture are not read.`)
  if (inAny('chart', 'relIds').length > 0) notes.push('It holds a chart or diagram, whose words are not read.')
  if (inAny('altChunk', 'OLEObject').length > 0) notes.push('Another file is embedded in it, whose words are not read.')
  if (inAny('oMath').length > 0) notes.push('It holds a formula, which is given on one line, without its layout.')
  if (inAny('delText', 'moveFrom').some(isShown)) notes.push('It tracks changes: words that were deleted or moved away are left out.')
  const remarks = comments === null ? 0 : elementsNamed(comments, 'comment').filter(isShown).length
  if (remarks > 0) notes.push(`It has ${counted(remarks, 'comment')} in the margin, left out of the text.`)
  return notes
}

const unrecognised = /^An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?(\w+)$/u

/** What mammoth says it left out of prepared `parts`, where there are words in it. */
export function describeIgnored(messages: readonly string[], parts: readonly Document[]): string[] {
  const hasWords = (name: string): boolean => parts.some((part) => elementsNamed(part, name, 'any').some(isShown))
  const names = messages.flatMap((message) => unrecognised.exec(message)?.[1] ?? []).filter(hasWords)
  const hasSigns = messages.some((message) => message.startsWith('A w:sym element'))
  return [
    ...(names.length === 0
      ? []
      : [`Some words could not be read: they stand in parts of an unknown kind (${[...new Set(names)].join(', ')}).`]),
    ...(hasSigns ? ['Some signs of a special font could not be read.'] : [])
  ]
}
