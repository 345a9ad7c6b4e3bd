import { DOMParser } from '@xmldom/xmldom'

const wordNamespaces: readonly (string | null)[] = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main'
]

/** The tree of an XML part. Throws on anything that is not well formed. */
export function parseXml(text: string): Document {
  const errors: string[] = []
  const document = new DOMParser({ errorHandler: (level, message) => errors.push(`${level}: ${String(message)}`) }).parseFromString(
    text.replace(/^\uFEFF/u, ''),
    'text/xml'
  )
  if (errors[0] !== undefined) throw new Error(errors[0])
  return document
}

/** True for an element of WordprocessingML with this local name. */
export const isWord = (element: Element, name: string): boolean =>
  element.localName === name && wordNamespaces.includes(element.namespaceURI)

/** Elements below `root` with this local name, in the order of the part: those of WordprocessingML, or of any namespace. */
export function elementsNamed(root: Document | Element, name: string, namespace: 'word' | 'any' = 'word'): Element[] {
  const found = Array.from(root.getElementsByTagNameNS('*', name))
  return namespace === 'any' ? found : found.filter((element) => isWord(element, name))
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE

/** The child elements, in order. */
export const childrenOf = (node: Node): Element[] => Array.from(node.childNodes).filter(isElement)

/** The first child of WordprocessingML along a path of local names; undefined where there is none. */
export function wordChild(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((parent, name) => parent && childrenOf(parent).find((child) => isWord(child, name)), element)
}

/** What an element's attribute of WordprocessingML says, `val` unless another is named; null where it is not there. */
export function wordValue(element: Element | undefined, name = 'val'): string | null {
  return element?.hasAttributeNS(element.namespaceURI, name) ? element.getAttributeNS(element.namespaceURI, name) : null
}

/** True where an element stands below another that `isSought` picks. */
export function isInside(element: Element, isSought: (above: Element) => boolean): boolean {
  for (let above = element.parentNode; above !== null; above = above.parentNode) {
    if (isElement(above) && isSought(above)) return true
  }
  return false
}

/** The id by which an element names another part of its document, as a header or a picture; null where it names none. */
export const relationshipIdOf = (element: Element): string | null =>
  Array.from(element.attributes).find(({ localName, namespaceURI }) => localName === 'id' && /\/relationships$/u.test(namespaceURI ?? ''))
    ?.value ?? null

/** A run of plain words, made for `document`. */
export function createRun(document: Document, like: Element, words: string): Element {
  const text = document.createElementNS(like.namespaceURI, 'w:t')
  text.setAttribute('xml:space', 'preserve')
  text.appendChild(document.createTextNode(words))
  const run = document.createElementNS(like.namespaceURI, 'w:r')
  run.appendChild(text)
  return run
}
