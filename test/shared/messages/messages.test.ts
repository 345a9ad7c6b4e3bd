import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { afterEach, describe, expect, it } from 'vitest'
import { english } from '#shared/messages/english'
import { spanish } from '#shared/messages/spanish'
import { localeNames, setCurrentLocale, speakableLocale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'

type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>
const inEnglish: Catalog = english
const inSpanish: Catalog = spanish
const everyKey = Object.entries(inEnglish).flatMap(([area, messages]) => Object.keys(messages).map((key) => [area, key] as const))

/** The arguments that a message takes, with their kinds, in order of name. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.argument:
        return [`${element.value} text`]
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [`${element.value} ${element.type}`]
      case TYPE.select:
      case TYPE.plural:
        return [`${element.value} ${element.type}`, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
      default:
        return []
    }
  })
  return [...new Set(found)].sort()
}

afterEach(() => setCurrentLocale('en'))

describe('the messages', () => {
  it('say the same in every language: the same keys, in the same areas', () => {
    expect(Object.keys(inSpanish)).toEqual(Object.keys(inEnglish))
    for (const [area, messages] of Object.entries(inEnglish))
      expect(Object.keys(inSpanish[area] ?? {}).sort()).toEqual(Object.keys(messages).sort())
  })

  it.each(everyKey)('%s.%s takes the same arguments in every language, and is not empty', (area, key) => {
    const [here = '', there = ''] = [inEnglish[area]?.[key], inSpanish[area]?.[key]]
    expect(there.trim()).not.toBe('')
    const options = { ignoreTag: true }
    expect(argumentsOf(parse(there, options))).toEqual(argumentsOf(parse(here, options)))
  })
})

describe('messagesOf', () => {
  it('answers in the language that is spoken now, with its plural', () => {
    const say = messagesOf('library')
    expect(say('filesNotIntact', { count: 2 })).toBe('2 files not intact')
    setCurrentLocale('es')
    expect(say('filesNotIntact', { count: 1 })).toBe('1 archivo no intacto')
  })
})

describe('speakableLocale', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['fr', 'es_US'], 'es'],
    [['de'], 'en'],
    [[], 'en']
  ])('of %j is %s', (wanted, spoken) => expect(speakableLocale(wanted)).toBe(spoken))

  it('has a name for each language', () => expect(Object.keys(localeNames)).toEqual(['en', 'es']))
})
