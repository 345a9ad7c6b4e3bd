import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'

const acts = ['shoved', 'tackled', 'tased', 'punched', 'handcuffed', 'pepper sprayed']
const clauses = fc
  .record({
    time: fc.constantFrom('', 'at 2119 hours, ', 'at 21:20, ', 'at approximately 9:21 p.m., '),
    who: fc.constantFrom('I', 'Officer Lee', 'the sergeant'),
    whom: fc.constantFrom('him', 'the man', 'Mr. Webb'),
    where: fc.constantFrom('', ' in the face', ' to his left leg'),
    count: fc.constantFrom('', ' once', ' twice', ' three times')
  })
  .map((parts) => (act: string) => `${parts.time}${parts.who} ${act} ${parts.whom}${parts.where}${parts.count}`)

/** What a text states, without where it stands in it. */
const statedIn = (text: string) =>
  readStatements(text, shippedCodebook).map(({ types, bodyArea, count, actor, target, time, negated, uncertain }) => ({
    ...{ types, bodyArea, count, actor, target, time, negated, uncertain }
  }))

describe('two accounts joined by a word', () => {
  it('state what each states by itself', () => {
    fc.assert(
      fc.property(
        clauses,
        clauses,
        fc.shuffledSubarray(acts, { minLength: 2, maxLength: 2 }),
        fc.constantFrom(' and ', ', and ', '; ', ', then '),
        (first, second, [one = '', other = ''], joining) => {
          const apart = [first(one), second(other)]
          const stated = apart.flatMap((clause) => statedIn(`${clause}.`))
          expect(stated).toHaveLength(2)
          expect(statedIn(`${apart.join(joining)}.`)).toEqual(stated)
        }
      ),
      { numRuns: 500 }
    )
  })
})
