import { expect, it } from 'vitest'
import { codebookIn } from '#shared/domain/codebookIn'
import { shippedCodebook } from '#shared/model/codebook'
import { codebookSchema } from '#shared/model/codebookSchema'

const lists = ['tagKinds', 'forceTypes', 'bodyAreas', 'clauses', 'reportTypes', 'differenceKinds'] as const

it('has Spanish words for every entry that is shipped, and no id, key or word of a report changes with them', () => {
  const spanish = codebookIn(shippedCodebook, 'es')
  for (const list of lists) {
    expect(spanish[list].map(({ id }) => id)).toEqual(shippedCodebook[list].map(({ id }) => id))
    for (const entry of shippedCodebook[list]) expect(entry.translations?.es?.label, `${list} ${entry.id}`).toMatch(/\S/)
  }
  expect(spanish.differenceKinds.find(({ id }) => id === 'count')).toMatchObject({
    label: 'Cantidad',
    rule: expect.stringContaining('grabación') as string
  })
  expect(spanish.policy.title).toMatch(/intervenir/)
  expect(spanish.tagKinds.map(({ key }) => key)).toEqual(shippedCodebook.tagKinds.map(({ key }) => key))
  expect(spanish.forceTypes.map(({ words }) => words)).toEqual(shippedCodebook.forceTypes.map(({ words }) => words))
  const { topics } = shippedCodebook.lexicon.boxes
  const said = spanish.lexicon.boxes.topics
  expect(said.map(({ label }) => label)).toEqual(topics.map(({ translations }) => translations?.es?.label))
  expect(said.map(({ label: _, ...words }) => words)).toEqual(topics.map(({ label: _, ...words }) => words))
  expect({ ...spanish.lexicon, boxes: { ...spanish.lexicon.boxes, topics } }).toEqual(shippedCodebook.lexicon)
  expect(codebookIn(shippedCodebook, 'en')).toEqual(shippedCodebook)
})

it("keeps an agency's own words where it gives none in the language, and its file stays valid without any", () => {
  const { translations, ...file } = shippedCodebook
  expect(translations).toBeDefined()
  const own = codebookSchema.parse({ ...file, title: 'House rules', reportTypes: [{ id: 'memo', label: 'Memo' }] })
  expect(codebookIn(own, 'es')).toMatchObject({ title: 'House rules', reportTypes: [{ id: 'memo', label: 'Memo' }] })
})
