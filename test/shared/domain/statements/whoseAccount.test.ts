import { describe, expect, it } from 'vitest'
import { readStatements } from '#shared/domain/statements/readStatements'
import { shippedCodebook } from '#shared/model/codebook'
import type { ReadStatement, StatementKind } from '#shared/model/report'

const find = (text: string, kind: StatementKind): ReadStatement | undefined =>
  readStatements(text, shippedCodebook).find((one) => one.kind === kind)
const force = (text: string) => find(text, 'force')

describe('where an account begins and ends', () => {
  it.each([
    'A man accused of killing his wife was tackled by officers.',
    'The protester said, "It is over," and Officer Lee punched him.',
    'Officer Lee shot twice at a man he said drove at him.',
    'Officer Renner, who said she was ill, punched the man.',
    'Though he said he was fine, Officer Lee had punched him.',
    'The clerk said he ran off, and officers then tackled him.',
    'He said the man had a knife, which is when Officer Lee tackled him.'
  ])('leaves to the author: %s', (text) => {
    expect(force(text)).toMatchObject({ negated: false, hearsay: false })
  })

  it.each([
    'Officer Lee punched him while he lay there, officials said.',
    'Officer Lee, the clerk said, punched him.',
    'Deputy Lee briefed me that his trainee had tackled the suspect.',
    'It was relayed over the radio that a deputy had tackled the suspect.',
    'The log has it that a baton was used.'
  ])('gives to another: %s', (text) => {
    expect(force(text)).toMatchObject({ hearsay: true })
  })

  it('takes a quoted threat as made, and a shouted warning as no force', () => {
    expect(find('He said, "I will kill you," and stepped toward me.', 'threat')).toMatchObject({ hearsay: false })
    expect(force('Officer Lee announced "Taser, Taser!"')).toBeUndefined()
  })
})

describe('what is denied', () => {
  it.each<[string, StatementKind]>([
    ['Officer Lee charged the man without warning.', 'warning'],
    ['I gave no verbal warning.', 'warning'],
    ['Both officers came away uninjured.', 'injury'],
    ['No control holds were required.', 'force'],
    ['We are trained in the neck restraint; I did not use it.', 'force'],
    ['She had the can of OC in her hand but did not spray him.', 'force'],
    ['My sidearm remained holstered and was not pointed at anyone.', 'force'],
    ['A takedown was contemplated but proved unnecessary.', 'force'],
    ['I encountered no resistance from the patient.', 'resistance']
  ])('%s', (text, kind) => {
    expect(find(text, kind)).toMatchObject({ negated: true })
  })

  it.each<[string, StatementKind]>([
    ['At no time did he acknowledge the commands that I gave.', 'warning'],
    ['Without warning, Officer Lee pushed the man.', 'force']
  ])('leaves as told: %s', (text, kind) => {
    expect(find(text, kind)).toMatchObject({ negated: false })
  })
})

describe('what is in doubt', () => {
  it.each([
    ['He was shot by an officer, and it is unclear who tackled him.', false],
    ['Officers tackled the man and appear to be laughing.', false],
    ['Officer Lee tackled him, but I am not certain.', true],
    ['The Taser was probably not discharged.', true]
  ])('%s: %s', (text, uncertain) => {
    const all = readStatements(text, shippedCodebook).filter(({ kind }) => kind === 'force')
    expect(all.at(-1)).toMatchObject({ uncertain })
  })
})
