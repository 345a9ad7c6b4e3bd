import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import { readStatementSchema, type ReadStatement } from '#shared/model/report'

const read = (text: string): ReadStatement[] => readStatements(text, shippedCodebook)

/** The only statement of a sentence. */
const only = (text: string): ReadStatement => {
  const [first, ...others] = read(text)
  expect(
    others.map(({ kind, types }) => ({ kind, types })),
    text
  ).toEqual([])
  if (first === undefined) throw new Error(`Nothing was read from: ${text}`)
  return first
}

describe('force types', () => {
  it.each([
    ['I punched the suspect.', ['strike']],
    ['I deployed my taser.', ['ecw-discharged']],
    ['I drew my taser.', ['ecw-pointed']],
    ['I used a drive\nstun on his leg.', ['ecw-drive-stun']],
    ['The officers pushed back the crowd.', ['push']],
    ['I sprayed O.C. Spray at him.', ['chemical-spray']],
    ['Officer Lee took the resisting man to the ground.', ['takedown']],
    ['An officer knelt on the back of his neck.', ['neck-restraint']],
    ['The subject was handcuffed.', ['restraint-device']],
    ['I fired two rounds at the suspect.', ['firearm-discharged']],
    ['Police fired rubber bullets and tear gas.', ['less-lethal-projectile', 'tear-gas']],
    ['Officers fired a foam round, striking him in the foot.', ['less-lethal-projectile']],
    ['I struck him with my baton.', ['impact-weapon']],
    ['The man was beaten in the leg by a nightstick.', ['impact-weapon']],
    ['I delivered two baton strikes.', ['impact-weapon']],
    ['I struck him with my fist and drew my baton.', ['strike', 'impact-weapon']],
    ['They hit him with batons and fists.', ['strike', 'impact-weapon']]
  ])('%s', (text, types) => {
    const force = read(text).filter(({ kind }) => kind === 'force')
    expect(force.flatMap((statement) => statement.types).sort()).toEqual([...types].sort())
  })

  it('reads a bare shot as the less-lethal weapon last named, and as a firearm otherwise', () => {
    expect(read('Police fired rubber bullets. They then shot her in the leg.')[1]?.types).toEqual(['less-lethal-projectile'])
    expect(only('They then shot her in the leg.').types).toEqual(['firearm-discharged'])
  })

  it.each([
    'The teachers were on strike.',
    'A parked car was struck by a vehicle.',
    'I was striking up a conversation with the driver.',
    'He was fired from his job.',
    'Police push through the crowd.',
    'I stepped back and he fell back.',
    'They walked hand in hand.',
    'The suspect had a can of mace.',
    'There were 15 rounds in the magazine.'
  ])('finds nothing in: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  it('uses the words of the codebook it is given', () => {
    const [first, ...others] = shippedCodebook.forceTypes
    if (first === undefined) throw new Error('The shipped codebook has no force types.')
    const codebook = { ...shippedCodebook, forceTypes: [{ ...first, id: 'net-gun', words: ['cast-net'] }, ...others] }
    expect(readStatements('I used the cast net.', codebook)[0]?.types).toEqual(['net-gun'])
    expect(read('I used the cast net.')).toEqual([])
  })
})

describe('who does it', () => {
  it.each([
    ['The suspect punched me in the face.', 'The suspect', 'me'],
    ['Officer Lee was struck by the suspect.', 'the suspect', 'Officer Lee']
  ])('takes force on an officer as resistance: %s', (text, actor, target) => {
    expect(only(text)).toMatchObject({ kind: 'resistance', types: [], actor, target })
  })

  it.each([
    ['Sgt. Jones struck the man.', 'Sgt. Jones', 'the man'],
    ['I struck him.', 'I', 'him'],
    ['The man was struck by Officer Maria Lopez.', 'Officer Maria Lopez', 'The man'],
    ['I saw Officer Smith strike the man.', 'Officer Smith', 'the man'],
    ['I saw the man and struck him.', 'I', 'him'],
    ['He struck the man.', null, 'the man'],
    ['Police shoved the crowd.', 'Police', 'the crowd']
  ])('%s', (text, actor, target) => {
    expect(only(text)).toMatchObject({ kind: 'force', actor, target })
  })

  it('knows a family name from where its title stood', () => {
    expect(only('Officer Maria Lopez arrived. Lopez struck the suspect.').actor).toBe('Lopez')
  })
})

describe('body area', () => {
  it.each([
    ['I struck him in the face with a closed fist.', 'face'],
    ['I struck him on the back of his head.', 'head'],
    ['I struck him with my right hand.', null],
    ['I struck him and stepped back.', null],
    ["I deployed my taser to the suspect's back.", 'back'],
    ['I struck his left thigh with my knee.', 'leg']
  ])('%s', (text, bodyArea) => {
    expect(only(text).bodyArea).toBe(bodyArea)
  })

  it('is not read out of a command', () => {
    expect(only('I ordered him to put his hands behind his back.')).toMatchObject({ kind: 'warning', bodyArea: null })
  })
})

describe('count', () => {
  it.each([
    ['I struck him twice.', 2],
    ['I struck him once in the face.', 1],
    ['I struck him three times.', 3],
    ['I gave one strike to his face.', 1],
    ['I tased him for 2 taser cycles.', 2],
    ['I struck him several times.', null],
    ['I gave multiple strikes to his face.', null],
    ['Two officers struck him.', null],
    ['I tased him for a 5 second cycle.', null],
    ['I struck him at once.', null],
    ['I struck him once he stood.', null],
    ['I struck him once, and he fell.', 1],
    ['I struck him once and he fell.', 1],
    ['I struck him once and Officer Lee left.', 1]
  ])('%s', (text, count) => {
    expect(only(text).count).toBe(count)
  })
})

describe('time', () => {
  it.each([
    ['At 2119 hours, I struck him.', '21:19'],
    ['At 9:14 p.m. I struck him.', '21:14'],
    ['I struck him at 21:14.', '21:14'],
    ['I struck him at 12:05 AM.', '00:05'],
    ['I struck him at 9 pm.', '21:00'],
    ['At 0:14 I struck him.', null],
    ['I struck him at 25:61.', null],
    ['I struck him in 2020.', null]
  ])('%s', (text, time) => {
    expect(only(text).time).toBe(time)
  })
})

describe('the times of what one sentence tells', () => {
  it.each([
    ['At 2119 hours, I punched him and tased him.', ['21:19']],
    ['At 2119 hours, I punched him while Officer Lee tased him.', ['21:19', '21:19']],
    ['At 2119 hours, after he swung at me, I punched him.', ['21:19', '21:19']],
    ['At 2119 hours, I punched him and Officer Lee tased him.', ['21:19', null]],
    ['At 2119 hours, I punched him; then Officer Lee tased him.', ['21:19', null]],
    ['I punched him and at 2121 hours Officer Lee tased him.', [null, '21:21']],
    ['I punched him and at about 21:21, Officer Lee tased him.', [null, '21:21']],
    ['At 2119 hours, I punched him and, at 2121 hours, Officer Lee tased him.', ['21:19', '21:21']],
    ['I punched him at 2119 hours and Officer Lee tased him at 2121 hours.', ['21:19', '21:21']],
    ['At 2119 hours, I arrived and Officer Lee tased him.', ['21:19']]
  ])('%s', (text, times) => {
    expect(read(text).map(({ time }) => time)).toEqual(times)
  })

  it('are hedged each by its own words', () => {
    const both = read('At approximately 2119 hours, I punched him and at 2121 hours Officer Lee tased him.')
    expect(both.map(({ uncertain }) => uncertain)).toEqual([true, false])
  })
})

describe('qualifiers', () => {
  it.each([
    ['I did not strike the subject.', true],
    ['I never struck him.', true],
    ['No force was used.', true],
    ['My baton was not used.', true],
    ['I did not punch, kick, or strike him.', true],
    ["I didn't see Officer Hall strike him.", true],
    ['The man did not stop and was struck.', false],
    ['He could not walk, so I struck him.', false],
    ['I not only struck him.', false]
  ])('negated: %s %s', (text, negated) => {
    expect(only(text)).toMatchObject({ kind: 'force', negated })
  })

  it('keeps what was done apart from what was denied', () => {
    expect(read('I took him to the ground without striking him.')).toMatchObject([
      { types: ['takedown'], negated: false },
      { types: ['strike'], negated: true }
    ])
  })

  it.each([
    ['Officer Lee stated that he struck the man.', true],
    ['The man told me that Officer Lee struck him.', true],
    ['According to Mr. Webb, Officer Lee struck him.', true],
    ['Officer Lee allegedly struck him.', true],
    ['According to policy, I struck him.', false],
    ['I struck him.', false]
  ])('hearsay: %s %s', (text, hearsay) => {
    expect(only(text).hearsay).toBe(hearsay)
  })

  it.each([
    ['I believe Officer Lee struck him.', true],
    ['Officer Lee may have struck him.', true],
    ['Officer Lee appeared to strike him.', true],
    ['At approximately 2119 hours, I struck him.', true],
    ['I struck him from approximately three feet away.', false],
    ['He appeared to be drunk when I struck him.', false]
  ])('uncertain: %s %s', (text, uncertain) => {
    expect(only(text).uncertain).toBe(uncertain)
  })
})

describe('kinds other than force', () => {
  it.each([
    ['The suspect pulled away from me.', 'resistance'],
    ['The suspect did not comply with my commands.', 'resistance'],
    ['He threatened to kill me.', 'threat'],
    ['I gave three verbal warnings.', 'warning'],
    ['I tried to de-escalate.', 'de-escalation'],
    ['Sgt. Jones pulled Officer Smith off of him.', 'intervention'],
    ['Officer Diaz failed to intervene.', 'failure-to-intervene'],
    ['I did not intervene.', 'failure-to-intervene'],
    ['EMS was called.', 'medical-aid'],
    ['He had a laceration.', 'injury'],
    ['My body-worn camera was muted.', 'camera']
  ])('%s %s', (text, kind) => {
    expect(only(text)).toMatchObject({ kind, types: [], negated: false })
  })

  it('is not misled by Miranda warnings', () => {
    expect(read('I read him his Miranda warnings.')).toEqual([])
  })
})

describe('clauses', () => {
  it('makes one statement of the force in one clause, and one for each clearly different clause', () => {
    expect(only('I punched, kicked and tackled him.').types).toEqual(['strike', 'takedown'])
    expect(read('I struck him twice, and Officer Lee tased him once.')).toMatchObject([
      { types: ['strike'], actor: 'I', count: 2 },
      { types: ['ecw-discharged'], actor: 'Officer Lee', count: 1 }
    ])
  })
})

describe('any text', () => {
  const words = [
    'I',
    'Officer Smith',
    'the suspect',
    'struck',
    'him',
    'twice',
    'did not',
    'in the face',
    'baton',
    ',',
    '. ',
    '"',
    'and',
    'to the ground',
    '9:14 p.m.',
    'threw',
    'Sgt.',
    '\n',
    '\r\n\r\n',
    'İ',
    '😀',
    'force',
    'without',
    'stated that'
  ]
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '))
  )

  it('gives statements that hold to the schema, quote the text exactly, and are the same each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const statements = read(text)
        for (const statement of statements) {
          expect(readStatementSchema.parse(statement)).toEqual(statement)
          expect(statement.text).toBe(text.slice(statement.start, statement.end))
          expect(statement.end).toBeGreaterThan(statement.start)
          expect(statement.kind === 'force' || statement.types.length === 0).toBe(true)
        }
        expect(read(text)).toEqual(statements)
      }),
      { numRuns: 300 }
    )
  })

  it('reads lone surrogates without a fault', () => {
    expect(() => read('I struck \ud800 him \udc00 twice')).not.toThrow()
  })

  it.each([
    'I struck him twice in the face. ',
    'I struck him, and I ',
    'threw ',
    'Sgt. ',
    'J. ',
    '\n',
    '21:14 ',
    'a',
    "a'",
    '"“',
    '1',
    'no force '
  ])(
    'reads 200 KB of %j in time that grows with its length',
    (unit) => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length))
      const started = performance.now()
      read(text)
      // Some 50 to 1500 ms on a slow machine; quadratic reading takes minutes.
      expect(performance.now() - started).toBeLessThan(12_000)
    },
    15_000
  )
})

describe('what is done to the author', () => {
  it.each([
    ['He swung at me with a closed fist.', 'resistance'],
    ['He punched me in the face.', 'resistance'],
    ['I punched him in the face.', 'force'],
    ['The officer pushed me.', 'force']
  ])('%s is %s', (text, kind) => {
    expect(read(text).map((statement) => statement.kind)).toContain(kind)
    expect(read(text).map((statement) => statement.kind)).not.toContain(kind === 'force' ? 'resistance' : 'force')
  })
})
