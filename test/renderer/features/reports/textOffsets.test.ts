import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetAtBoundary, spanBetween, type BoundaryNode } from '../../../../renderer/features/reports/textOffsets'

class FakeNode implements BoundaryNode {
  parentNode: FakeNode | null = null
  readonly childNodes: FakeNode[] = []

  constructor(
    readonly nodeType: number,
    readonly ownText: string,
    readonly start: number | null,
    children: FakeNode[] = []
  ) {
    for (const child of children) {
      child.parentNode = this
      this.childNodes.push(child)
    }
  }

  get nextSibling(): FakeNode | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }

  get textContent(): string {
    return this.ownText + this.childNodes.map((child) => child.textContent).join('')
  }
}

const words = (text: string) => new FakeNode(3, text, null)
const run = (text: string, start: number) => new FakeNode(1, '', start, [words(text)])
const box = (...children: FakeNode[]) => new FakeNode(1, '', null, children)
const startOf = (node: BoundaryNode) => (node instanceof FakeNode ? node.start : null)

// The text is `I told him.\nHe ran.`; a note that is no part of it stands between the two paragraphs.
const told = run('told him.', 2)
const firstParagraph = box(run('I ', 0), told)
const note = box(words('Not compared'))
const secondParagraph = box(run('He ran.', 12))
const report = box(firstParagraph, note, secondParagraph)
const inside = (node: FakeNode) => node.childNodes[0] ?? node

test('a point inside a run counts from where the run starts', () => {
  expect(offsetAtBoundary(report, inside(told), 5, startOf)).toBe(7)
})

test('a point between elements counts as the start of what follows', () => {
  expect(offsetAtBoundary(report, firstParagraph, 1, startOf)).toBe(2)
  expect(offsetAtBoundary(report, firstParagraph, 2, startOf)).toBe(12)
  expect(offsetAtBoundary(report, report, 0, startOf)).toBe(0)
})

test('a point in a note is not a point of the text', () => {
  expect(offsetAtBoundary(report, inside(note), 4, startOf)).toBe(12)
})

test('a point after everything is the end of the text', () => {
  expect(offsetAtBoundary(report, report, 3, startOf)).toBe(19)
  expect(offsetAtBoundary(box(), box(), 0, startOf)).toBeNull()
})

test('a selection made backwards is the same span, without the white space around it', () => {
  expect(spanBetween('one two  three', 9, 3)).toEqual({ start: 4, end: 7 })
  expect(spanBetween('one   two', 3, 6)).toBeNull()
})

test('a span never begins or ends inside a character, and is never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(20), fc.nat(20), (text, one, other) => {
      const span = spanBetween(text, one, other)
      if (span === null) return
      const exact = text.slice(span.start, span.end)
      expect(exact.length).toBeGreaterThan(0)
      expect(exact.trim()).toBe(exact)
      expect(/\p{Surrogate}/u.test(exact)).toBe(false)
    })
  )
})
