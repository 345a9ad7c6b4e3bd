import { isTakenAway } from './docxNumbering'
import { elementsNamed } from './docxXml'
import { englishOf } from '#shared/messages/messagesOf'

const note = englishOf('readings')

const isShown = (element: Element): boolean => element.textContent.trim() !== ''
/**
 * What some parts of a document hold that is not given as text: a sentence for each kind. `comments` is the part with the
 * remarks in the margin.
 */
export function describeUnread(parts: readonly Document[], comments: Document | null): string[] {
  const inAny = (...names: string[]): Element[] => parts.flatMap((part) => names.flatMap((name) => elementsNamed(part, name, 'any')))
  const notes: string[] = []
  const pictures = inAny('blip', 'imagedata').filter((picture) => !isTakenAway(picture)).length
  if (pictures > 0) notes.push(note('pictures', { count: pictures }))
  if (inAny('chart', 'relIds').length > 0) notes.push(note('chart'))
  if (inAny('altChunk', 'OLEObject').length > 0) notes.push(note('embedded'))
  if (inAny('oMath').length > 0) notes.push(note('formula'))
  if (inAny('delText', 'moveFrom').some(isShown)) notes.push(note('trackedChanges'))
  const remarks = comments === null ? 0 : elementsNamed(comments, 'comment').filter(isShown).length
  if (remarks > 0) notes.push(note('comments', { count: remarks }))
  return notes
}

const unrecognised = /^An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?(\w+)$/u

/** What mammoth says it left out of prepared `parts`, where there are words in it. */
export function describeIgnored(messages: readonly string[], parts: readonly Document[]): string[] {
  const hasWords = (name: string): boolean => parts.some((part) => elementsNamed(part, name, 'any').some(isShown))
  const names = messages.flatMap((message) => unrecognised.exec(message)?.[1] ?? []).filter(hasWords)
  const hasSigns = messages.some((message) => message.startsWith('A w:sym element'))
  return [
    ...(names.length === 0 ? [] : [note('unknownParts', { names: [...new Set(names)].join(', ') })]),
    ...(hasSigns ? [note('signs')] : [])
  ]
}
