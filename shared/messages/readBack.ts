import { TYPE, type MessageFormatElement, type PluralElement, type SelectElement } from '@formatjs/icu-messageformat-parser'
import { catalogs, formatOf, type MessageArea } from './messagesOf'
import { sayWorded, type Worded } from './worded'

type ChoiceElement = SelectElement | PluralElement

/** What a group of a pattern's expression tells: a text, a number, or that a select has this value. */
interface Group {
  name: string
  kind: 'text' | 'number' | { value: string }
}

/** How the English text of a message is known again. */
interface Pattern {
  key: string
  expression: RegExp
  groups: Group[]
  /** How many letters of the text are its own: of two messages that fit, the one with more is meant. */
  ownLength: number
}

// The arguments that hold a sentence themselves, with its area. All others are names and words of people, which are left as they are.
const sentences = new Map<string, MessageArea>([
  ['label', 'labels'],
  ['outcome', 'labels'],
  ['how', 'alignments'],
  ['match', 'alignments'],
  ['why', 'limits'],
  ['pages', 'pageLists'],
  ['page', 'pageLists']
])
const patterns = new Map<MessageArea, Pattern[]>()

/**
 * The message that an English sentence was made from, with its arguments read out of it: sentences that are sealed in the ledger or
 * stored with a record are kept in English, and are shown in the language of the moment. Null where no message of the area reads so.
 */
export function readBack(area: MessageArea, sentence: string): Worded | null {
  for (const { key, expression, groups } of patternsOf(area)) {
    const found = expression.exec(sentence)
    if (found === null) continue
    const args: Worded['args'] = {}
    for (const [index, { name, kind }] of groups.entries()) {
      const text = found[index + 1]
      if (text === undefined) continue
      if (kind === 'number') args[name] = Number(text.replaceAll(',', ''))
      else if (kind === 'text') args[name] = readBackArgument(name, text)
      else args[name] = kind.value
    }
    return { area, key, args }
  }
  return null
}

function readBackArgument(name: string, text: string): string | Worded {
  const area = sentences.get(name)
  return (area && readBack(area, text)) ?? text
}

/**
 * An English sentence of an area in the language spoken now; as it is where no message of the area reads so. `retell` may put other words in
 * place of an argument that holds no sentence itself, by its name.
 */
export function saidAgain(area: MessageArea, sentence: string, retell?: (name: string, text: string) => string): string {
  const message = readBack(area, sentence)
  return (message && sayWorded(retell === undefined ? message : retold(message, retell))) ?? sentence
}

function retold({ area, key, args }: Worded, retell: (name: string, text: string) => string): Worded {
  const told: Worded['args'] = {}
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'object') told[name] = retold(value, retell)
    else told[name] = typeof value === 'string' ? retell(name, value) : value
  }
  return { area, key, args: told }
}

function patternsOf(area: MessageArea): Pattern[] {
  const known = patterns.get(area)
  if (known !== undefined) return known
  const made = Object.keys(catalogs.en[area]).flatMap((key) => patternOf(key, formatOf(area, key, 'en').getAst()) ?? [])
  made.sort((one, other) => other.ownLength - one.ownLength)
  patterns.set(area, made)
  return made
}

/** Null for a message without letters of its own, and for one with parts that cannot be read back, e.g. a date. */
function patternOf(key: string, elements: readonly MessageFormatElement[]): Pattern | null {
  const groups: Group[] = []
  let ownLength = 0
  const sourceOf = (parts: readonly MessageFormatElement[], counted: string): string | null => {
    const sources = parts.map((part) => partSource(part, counted))
    return sources.includes(null) ? null : sources.join('')
  }
  const partSource = (part: MessageFormatElement, counted: string): string | null => {
    switch (part.type) {
      case TYPE.literal:
        ownLength += part.value.length
        return part.value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      case TYPE.argument:
        groups.push({ name: part.value, kind: 'text' })
        return '(.+?)'
      case TYPE.number:
        groups.push({ name: part.value, kind: 'number' })
        return '([\\d,.]+)'
      case TYPE.pound:
        groups.push({ name: counted, kind: 'number' })
        return '([\\d,.]+)'
      case TYPE.select:
      case TYPE.plural:
        return choiceSource(part)
      default:
        return null
    }
  }
  const choiceSource = (part: ChoiceElement): string | null => {
    const lengthBefore = ownLength
    const options = Object.entries(part.options).map(([value, { value: parts }]) => {
      if (part.type === TYPE.plural || value === 'other') return sourceOf(parts, part.value)
      groups.push({ name: part.value, kind: { value } })
      const source = sourceOf(parts, part.value)
      return source && `(${source})`
    })
    // Only one of them is said.
    ownLength = lengthBefore
    return options.includes(null) ? null : `(?:${options.join('|')})`
  }
  const source = sourceOf(elements, '')
  return source === null || ownLength === 0 ? null : { key, expression: new RegExp(`^${source}$`, 's'), groups, ownLength }
}
