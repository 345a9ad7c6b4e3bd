import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { setCurrentLocale } from '#shared/messages/locale'
import { codebookIn } from '#shared/domain/codebookIn'
import { shippedCodebook } from '#shared/model/codebook'
import { isReviewPast, phraseGroupLabel } from '../../../../renderer/features/codebook/codebookWords'
import { planCodebook } from '../../../../renderer/features/codebook/planCodebook'

const plan = (query: string, codebook = shippedCodebook) => planCodebook(codebook, query, (group) => phraseGroupLabel(group, codebook))
afterEach(() => setCurrentLocale('en'))

describe('searching the codebook', () => {
  it('shows all of it while nothing is searched for, each list of phrases under a name of its own', () => {
    const all = plan('  ')
    expect(all.tagKinds).toEqual(shippedCodebook.tagKinds)
    expect(all.clauses).toHaveLength(shippedCodebook.clauses.length)
    const names = all.lexicon.map((group) => phraseGroupLabel(group, shippedCodebook))
    expect(new Set(names).size).toBe(names.length)
    const phrases = all.lexicon.flatMap((group) => group.phrases)
    expect(phrases).toEqual(expect.arrayContaining([...shippedCodebook.lexicon.force.notForce, ...shippedCodebook.lexicon.cues.hearsay]))
  })

  it('finds a type by a word of a report, a clause by its citation, and only those phrases that hold the word', () => {
    const baton = plan('NIGHTSTICK')
    expect(baton.forceTypes.map(({ id }) => id)).toEqual(['impact-weapon'])
    expect(plan('c. 6E §15(a)').clauses.map(({ id }) => id)).toEqual(['s15a'])
    const gunpoint = plan('gunpoint').lexicon
    expect(gunpoint.map(({ name, about }) => [name, about])).toEqual([['forceOf', 'firearm-pointed']])
    expect(gunpoint[0]?.phrases.every((phrase) => phrase.includes('gunpoint'))).toBe(true)
  })

  it('finds by the words on screen, with or without accents', () => {
    setCurrentLocale('es')
    const found = plan('desescalada', codebookIn(shippedCodebook, 'es'))
    expect(found.tagKinds.map(({ id }) => id)).toEqual(['de-escalation'])
    expect(plan('mano codo', codebookIn(shippedCodebook, 'es')).forceTypes.map(({ id }) => id)).toEqual(['strike'])
    expect(plan('CAMARA silenciada', codebookIn(shippedCodebook, 'es')).tagKinds.map(({ id }) => id)).toEqual(['camera'])
  })

  it('never shows more for more words, and counts what it shows', () => {
    const word = fc.constantFrom('force', 'taser', 'head', 'shot', 'officer', 'the', 'zebra', 'report')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 2 }), word, (words, more) => {
        const [few, many] = [plan([...words, more].join(' ')), plan(words.join(' '))]
        expect(few.count).toBeLessThanOrEqual(many.count)
        for (const part of ['tagKinds', 'forceTypes', 'bodyAreas', 'clauses', 'differenceKinds', 'reportTypes'] as const) {
          const ids = new Set(many[part].map(({ id }) => id))
          expect(few[part].every(({ id }) => ids.has(id))).toBe(true)
        }
      }),
      { numRuns: 60 }
    )
  })
})

it('says that the review date is past from the day after it', () => {
  expect(isReviewPast('2026-11-01', new Date(2026, 10, 1, 23, 59))).toBe(false)
  expect(isReviewPast('2026-11-01', new Date(2026, 10, 2, 0, 0))).toBe(true)
})
