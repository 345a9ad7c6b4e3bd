import { createRun, childrenOf, elementsNamed, isInside, wordChild } from './docxXml'
import { isJoinedToNext, isTakenAway } from './docxNumbering'

const hasWords = (element: Element | undefined): boolean =>
  element !== undefined && elementsNamed(element, 't').some((text) => text.textContent.trim() !== '')

function replaceBy(element: Element, replacements: readonly Node[]): void {
  for (const node of replacements) element.parentNode?.insertBefore(node, element)
  element.parentNode?.removeChild(element)
}

/** Keeps one way of drawing a thing that is given in several: the older one, which mammoth reads, unless only the newer has words. */
export function chooseAlternatives(part: Document): void {
  for (const element of elementsNamed(part, 'AlternateContent', 'any')) {
    const choices = childrenOf(element).filter((child) => child.localName === 'Choice')
    const fallback = childrenOf(element).find((child) => child.localName === 'Fallback')
    const kept = hasWords(fallback) ? fallback : (choices.find(hasWords) ?? fallback)
    replaceBy(element, kept === undefined ? [] : Array.from(kept.childNodes))
  }
}

/** Gives every text box the one shape that mammoth reads, whatever it was drawn as. */
function openTextBoxes(part: Document): void {
  for (const drawn of [...elementsNamed(part, 'drawing'), ...elementsNamed(part, 'pict')]) {
    const boxes = elementsNamed(drawn, 'txbxContent')
    if (boxes.length === 0) continue
    const pict = part.createElementNS(drawn.namespaceURI, 'w:pict')
    boxes.filter((box) => !isInside(box, (above) => boxes.includes(above))).forEach((box) => pict.appendChild(box))
    replaceBy(drawn, [pict])
  }
}

/** Takes away what only wraps words and mammoth does not know, and puts what it knows in place of the rest. */
function unwrap(part: Document): void {
  for (const name of ['fldSimple', 'dir', 'bdo']) {
    for (const element of elementsNamed(part, name)) replaceBy(element, Array.from(element.childNodes))
  }
  for (const ruby of elementsNamed(part, 'ruby')) {
    const words = wordChild(ruby, 'rubyBase')
    replaceBy(ruby, words === undefined ? [] : elementsNamed(words, 't'))
  }
  for (const [name, known] of [
    ['cr', 'w:br'],
    ['ptab', 'w:tab']
  ] as const) {
    for (const element of elementsNamed(part, name)) replaceBy(element, [part.createElementNS(element.namespaceURI, known)])
  }
  for (const formula of elementsNamed(part, 'oMath', 'any'))
    replaceBy(formula, [createRun(part, part.documentElement, formula.textContent)])
  for (const group of elementsNamed(part, 'oMathPara', 'any')) replaceBy(group, Array.from(group.childNodes))
}

/**
 * Changes a part of a document, in which alternatives are chosen, so that mammoth reads all of its words: text boxes of every make, and before each item of a list
 * its number or bullet, as `labelOf` gives it for the paragraphs in order.
 */
export function prepareDocxPart(part: Document, labelOf: (paragraph: Element) => string): void {
  openTextBoxes(part)
  unwrap(part)
  for (const paragraph of elementsNamed(part, 'p')) {
    if (isJoinedToNext(paragraph) || isTakenAway(paragraph)) continue
    const label = labelOf(paragraph)
    if (label === '') continue
    const properties = wordChild(paragraph, 'pPr')
    paragraph.insertBefore(createRun(part, paragraph, `${label} `), properties?.nextSibling ?? paragraph.firstChild)
  }
}
