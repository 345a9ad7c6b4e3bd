import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSearchPlanner } from '#core/search/index'
import { titleIn } from '#core/search/planSearchEntries'
import { openStore, type Store } from '#core/storage/index'
import { shippedCodebook } from '#shared/model/codebook'
import {
  caseIdSchema,
  footageIdSchema,
  mediaIdSchema,
  reportIdSchema,
  reportTextIdSchema,
  tagIdSchema,
  userIdSchema
} from '#shared/model/ids'
import type { Report, ReportText } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { temporaryFolder } from '../openTestCore'

const planner = createSearchPlanner(shippedCodebook)
const by = userIdSchema.parse(uuidv7())
const at = '2024-10-13T01:14:00.000Z'
const born = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, withdrawn: null }
const withdrawn = { at, by, reason: 'Entered twice' }
const caseId = caseIdSchema.parse(uuidv7())
const footageId = footageIdSchema.parse(uuidv7())

const tagOf = (note: string, more: Partial<Tag> = {}): Tag => ({
  ...{ id: tagIdSchema.parse(uuidv7()), caseId, footageId, startUs: 0, endUs: null, note, clauseIds: [] },
  details: { kind: 'escalation', actorIds: [], targetIds: [] },
  ...born,
  ...more
})

let folder: string
let store: Store
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openStore(folder, planner)
})
afterEach(() => store.close())

const put = (...tags: Tag[]) =>
  store.transaction(async (write) => {
    for (const tag of tags) await write.put('tag', tag, (await write.get('tag', tag.id)) === null)
  })
const idsOf = async (words: string, limit = 200) => (await store.find({ words, caseIds: null, limit })).map(({ recordId }) => recordId)

/** Scripts that the index knows, with accents, signs and both directions of writing. */
const letters = 'abzéñÜßøδяжשלاعربيمष你好한12'
const word = fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 12 })
const sign = fc.constantFrom(' ', '-', '"', "'", '*', '(', ') AND ', ' NOT ', ' NEAR/2 ', ':', '^', '\n', ' 👮 ', '\u202e', '{}')
const note = fc.array(fc.oneof(word, sign), { minLength: 1, maxLength: 20 }).map((parts) => parts.join(' ').trim())

describe('the search index', () => {
  it('finds a note by every word of it, whole or its beginning, and not once it is withdrawn', async () => {
    await fc.assert(
      fc.asyncProperty(note, note, async (first, second) => {
        const tag = tagOf(first)
        await put(tag)
        const wordsOf = (text: string) => text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one))
        for (const one of wordsOf(first)) {
          expect(await idsOf(one), one).toContain(tag.id)
          expect(await idsOf(one.toUpperCase().replaceAll('SS', 'ß')), one).toContain(tag.id)
        }
        if (wordsOf(first).length > 0) expect(await idsOf(first)).toContain(tag.id)
        const changed = { ...tag, note: second }
        await put(changed)
        for (const one of wordsOf(second)) expect(await idsOf(one), one).toContain(tag.id)
        await put({ ...changed, withdrawn })
        for (const one of [...wordsOf(first), ...wordsOf(second)]) expect(await idsOf(one), one).not.toContain(tag.id)
      }),
      { numRuns: 25 }
    )
  })

  it('changes what is found of one record, and of no other', async () => {
    const [one, other] = [tagOf('common first'), tagOf('common second')]
    await put(one, other)
    await put({ ...one, note: 'common third' })
    expect((await idsOf('common')).sort()).toEqual([one.id, other.id].sort())
    const found = await store.find({ words: 'common', caseIds: null, limit: 9 })
    expect(new Map(found.map(({ recordId, body }) => [recordId, body.text]))).toEqual(
      new Map<string, string>([
        [one.id, 'common third'],
        [other.id, 'common second']
      ])
    )
    expect(await idsOf('first')).toEqual([])
  })

  it('answers every question, however hostile, and with no more than was asked for', async () => {
    await put(...Array.from({ length: 5 }, () => tagOf('He said: "stop" -- then* (NEAR) it; DROP TABLE')))
    const hostile = [
      '"',
      '""',
      '*',
      'a" OR "b',
      '(((((',
      'NOT',
      'title:stop',
      '{title body}:x',
      '^',
      '-',
      '\0',
      '\ud800',
      '\u202e\u200f',
      '👮'
    ]
    for (const words of [...hostile, 'x '.repeat(10_000), 'x'.repeat(100_000), '"'.repeat(10_000), 'a AND b NOT (c OR d*)']) {
      expect(Array.isArray(await idsOf(words, 3)), words.slice(0, 20)).toBe(true)
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (words) => {
        await idsOf(words)
      }),
      { numRuns: 200 }
    )
    expect(await idsOf('"stop" -- NEAR', 3)).toHaveLength(3)
    expect(await idsOf('')).toEqual([])
  })

  it('marks what was found, in the text as it was written', async () => {
    await put(tagOf('El señor cayó; the SEÑORA fell too'))
    const [found] = await store.find({ words: 'senor', caseIds: null, limit: 1 })
    expect(found && titleIn(found.title, 'en').text).toBe('Escalation')
    expect(found?.body.spans.map(({ start, end }) => found.body.text.slice(start, end))).toEqual(['señor', 'SEÑORA'])
    expect(found?.body.text).toHaveLength('El señor cayó; the SEÑORA fell too'.length)
  })

  it('leaves out what lies in a withdrawn case or footage, and other cases than those asked for', async () => {
    const tag = tagOf('found')
    await put(tag)
    expect(await store.find({ words: 'found', caseIds: [caseIdSchema.parse(uuidv7())], limit: 9 })).toEqual([])
    expect(await store.find({ words: 'found', caseIds: [caseId], limit: 9 })).toHaveLength(1)
    const of = { incidentNumber: '24-1', place: 'Elm', startsAt: at, endsAt: at, timeZone: 'UTC', note: '', isDemonstration: false }
    await store.transaction((write) => write.put('case', { id: caseId, ...of, ...born, withdrawn }, true))
    expect(await idsOf('found')).toEqual([])
    expect(await idsOf('elm')).toEqual([])
    await store.transaction((write) => write.put('case', { id: caseId, ...of, ...born }, false))
    expect(await idsOf('found')).toEqual([tag.id])
  })

  it('finds the text that a report has now, and where in it', async () => {
    const reportId = reportIdSchema.parse(uuidv7())
    const textOf = (text: string): ReportText => ({
      ...{ id: reportTextIdSchema.parse(uuidv7()), caseId, reportId, extractor: 'txt', extractorVersion: 1, text, pages: [] },
      ...born
    })
    const older = textOf('He fell.\n\nI used the baton once.')
    const newer = textOf('He fell twice.\n\nI used the taser once.')
    await store.transaction((write) => write.put('reportText', older, true))
    expect((await store.find({ words: 'baton', caseIds: null, limit: 9 }))[0]).toMatchObject({ start: older.text.indexOf('I used') })
    await store.transaction((write) => write.put('reportText', newer, true))
    expect(await idsOf('baton')).toEqual([])
    expect(await idsOf('taser once')).toEqual([newer.id])
    await store.transaction((write) => write.put('reportText', { ...newer, withdrawn }, false))
    expect(await idsOf('baton')).toEqual([older.id])
    const report: Report = {
      ...{
        id: reportId,
        caseId,
        mediaId: mediaIdSchema.parse(uuidv7()),
        fileName: 'a.txt',
        sourcePath: '',
        format: 'txt',
        sha256: '',
        sizeBytes: 0,
        pageCount: 1
      },
      ...{ wordCount: 1, type: 'incident', authorId: null, authorName: 'A. Rivera', capacity: 'other', writtenAt: null },
      ...{ ...born, withdrawn }
    }
    await store.transaction((write) => write.put('report', report, true))
    expect(await idsOf('baton')).toEqual([])
    expect(await idsOf('rivera')).toEqual([])
  })

  it('is made anew where another version of it is there', async () => {
    const tag = tagOf('found')
    await put(tag)
    await store.close()
    store = await openStore(folder, { version: 'other', entriesOf: () => [] })
    expect(await idsOf('found')).toEqual([])
    await store.close()
    store = await openStore(folder, planner)
    expect(await idsOf('found')).toEqual([tag.id])
  })
})
