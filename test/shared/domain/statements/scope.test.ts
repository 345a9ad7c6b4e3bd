import { describe, expect, it } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'

const forceOf = (text: string) => readStatements(text, shippedCodebook).filter(({ kind }) => kind === 'force')

describe('who uses force', () => {
  it.each([
    ['Officer Lee ran up, grabbed the suspect and struck him.', 'strike', 'Officer Lee'],
    ['Officer Lee approached the man, grabbed his arm, tackled the man and handcuffed him.', 'takedown', 'Officer Lee'],
    ['An officer gets out of the car, chases the cyclist down then tackles him.', 'takedown', 'An officer'],
    ['The female officer struck the man.', 'strike', 'The female officer'],
    ['The witness told me that the officer ran up and kicked the man.', 'strike', 'the officer'],
    ['I told the man to stop and struck him.', 'strike', 'I'],
    ['To avoid being hit I pushed him back.', 'push', 'I'],
    ['The claim that I kicked him is old.', 'strike', 'I']
  ])('reads who acts in: %s', (text, type, actor) => {
    expect(forceOf(text).find(({ types }) => types.includes(type))?.actor).toBe(actor)
  })

  it.each([
    'The protester retaliates by punching the officer.',
    'The subject was kicking and punching.',
    'Hall pointed the gun at the deputy.',
    'A supporter is shoving the marchers.'
  ])('reads no force by officers in: %s', (text) => {
    expect(forceOf(text)).toEqual([])
  })
})

describe('what is no force', () => {
  it.each([
    'Two officers pushed the protesters down the street.',
    'Protesters push smoke back with leaf blowers.',
    'I pushed the barrier aside.',
    'Officer Lee shoved a camera away.',
    'He struck the patrol car.',
    'I told the driver that he would be tased if he did not comply.',
    'I said, "I\'m gonna punch you."'
  ])('%s', (text) => {
    expect(forceOf(text)).toEqual([])
  })

  it('still reads the push of a person, and of a crowd that is pushed back', () => {
    for (const text of ['I pushed the man away from me.', 'Police pushed the crowd back.', 'Officers on horses pushed the protester over.'])
      expect(
        forceOf(text).map(({ types }) => types),
        text
      ).toEqual([['push']])
  })

  it('reads a person slammed against something as pushed, and one knocked off a bike as taken down', () => {
    expect(forceOf('Officer Lee slammed him against the van.')[0]?.types).toEqual(['push'])
    expect(forceOf('The man was thrown off his bike by an officer.')[0]?.types).toEqual(['takedown'])
  })

  it('reads "pointed it" as of the weapon that was named', () => {
    expect(forceOf('I drew my Taser and pointed it at the driver.')[0]?.types).toEqual(['ecw-pointed'])
    expect(forceOf('I took my rifle and pointed it at the driver.')[0]?.types).toEqual(['firearm-pointed'])
  })
})

describe('the reach of a denial, a report and a doubt', () => {
  it.each([
    ['I could have struck him but did not.', { negated: true, uncertain: false }],
    ['I struck him, but he did not stop.', { negated: false, uncertain: false }],
    ['I did not strike him until he bit me.', { negated: false, uncertain: false }],
    ['My baton remained in my belt.', { negated: true, uncertain: false }],
    ['I struck him and he remained in the car.', { negated: false, uncertain: false }],
    ['There is no evidence that he was punched.', { negated: true, uncertain: false }],
    ['I do not know if Officer Lee struck him.', { negated: false, uncertain: true }],
    ['To the best of my recollection, I struck him.', { negated: false, uncertain: true }],
    ['He was pushed, I think, by Officer Lee.', { negated: false, uncertain: true }],
    ['I believe he ran, and Officer Lee struck him.', { negated: false, uncertain: false }]
  ])('%s', (text, expected) => {
    expect(forceOf(text)[0]).toMatchObject(expected)
  })

  it.each([
    ['Mr. Lamb denied that he was struck.', true],
    ['I denied that I struck him.', false],
    ['The officer punched the man, per Sgt. Hall.', true],
    ['Sgt. Hall told Officer Cruz to stop striking the man.', false],
    ['It was reported to this supervisor that Deputy Kincaid tackled the runner.', true]
  ])('%s', (text, hearsay) => {
    expect(forceOf(text)[0]?.hearsay).toBe(hearsay)
  })
})
