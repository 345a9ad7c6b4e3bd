/** A text of which each character knows where it stood before the edits; -1 where it is new. */
export interface TracedText {
  text: string
  origins: number[]
  /** Where characters stood that were moved or copied as they are. */
  touched: ReadonlySet<number>
}

/** A seeded source of numbers from 0 to 1, the same at every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
interface Unit {
  start: number
  end: number
}

const newWords = ['not', 'then', 'Officer Novak', 'twice', 'verbally', 'the suspect', 'about 2115 hours', 'his left arm', 'slowly', 'again']
const newSentences = [
  'I gave a verbal command.',
  'He did not comply.',
  'I delivered one strike to his upper body.',
  'Officer Novak told me that he saw a strike.',
  'I then notified my supervisor.',
  'EMS was called at 2119 hours.'
]

const traced = (text: string): TracedText => ({ text, origins: Array.from({ length: text.length }, () => -1), touched: new Set() })

export const tracedText = (text: string): TracedText => ({
  text,
  origins: Array.from({ length: text.length }, (_, at) => at),
  touched: new Set()
})

function splice(from: TracedText, start: number, end: number, by: TracedText): TracedText {
  return {
    text: from.text.slice(0, start) + by.text + from.text.slice(end),
    origins: [...from.origins.slice(0, start), ...by.origins, ...from.origins.slice(end)],
    touched: new Set([...from.touched, ...by.touched])
  }
}

function slice(from: TracedText, { start, end }: Unit): TracedText {
  const origins = from.origins.slice(start, end)
  return { text: from.text.slice(start, end), origins, touched: new Set(origins) }
}

/** A copy's characters are new: the passage stands in what was copied. */
function copyOf(from: TracedText, unit: Unit): TracedText {
  const { text, touched } = slice(from, unit)
  return { ...traced(text), touched }
}

const unitsOf = (text: string, pattern: RegExp): Unit[] =>
  Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({ start: index, end: index + words.length }))

export const sentencesOf = (text: string): Unit[] => unitsOf(text, /[^\s.!?][^.!?\n]*[.!?]*[^\S\n]*/gu)
const paragraphsOf = (text: string): Unit[] => unitsOf(text, /[^\n]+\n*/gu)
const wordsOf = (text: string): Unit[] => unitsOf(text, /\S+[^\S\n]*/gu)

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function move(from: TracedText, unit: Unit, others: readonly Unit[], random: Random): TracedText {
  const moved = slice(from, unit)
  const to = pick(others, random).start
  if (to >= unit.start && to <= unit.end) return from
  const without = splice(from, unit.start, unit.end, traced(''))
  return splice(without, to > unit.start ? to - moved.text.length : to, to > unit.start ? to - moved.text.length : to, moved)
}

const changedDigit = (digit: string): string => String((Number(digit) + 1) % 10)

/** Replaces of the matches one in `every`; what is put in its place is new. */
function retype(from: TracedText, pattern: RegExp, by: (match: string) => string, every: number, random: Random): TracedText {
  return unitsOf(from.text, pattern)
    .filter(() => random() < 1 / every)
    .reduceRight((text, { start, end }) => splice(text, start, end, traced(by(text.text.slice(start, end)))), from)
}

/** Every kind of edit that the set is made of, by name. */
export const edits = {
  'insert words': (from, random) => {
    const { end } = pick(wordsOf(from.text), random)
    return splice(from, end, end, traced(`${pick(newWords, random)} `))
  },
  'delete words': (from, random) => {
    const { start, end } = pick(wordsOf(from.text), random)
    return splice(from, start, end, traced(''))
  },
  'replace words': (from, random) => {
    const { start, end } = pick(wordsOf(from.text), random)
    return splice(from, start, end, traced(`${pick(newWords, random)} `))
  },
  'delete a sentence': (from, random) => {
    const { start, end } = pick(sentencesOf(from.text), random)
    return splice(from, start, end, traced(''))
  },
  'insert a sentence': (from, random) => {
    const { start } = pick(sentencesOf(from.text), random)
    return splice(from, start, start, traced(`${pick(newSentences, random)} `))
  },
  'replace a sentence': (from, random) => {
    const { start, end } = pick(sentencesOf(from.text), random)
    const sentence = `${pick(newSentences, random)} `
    return from.text.slice(start, end).trim() === sentence.trim() ? from : splice(from, start, end, traced(sentence))
  },
  'duplicate a sentence': (from, random) => {
    const sentences = sentencesOf(from.text)
    const to = pick(sentences, random).start
    return splice(from, to, to, copyOf(from, pick(sentences, random)))
  },
  'move a sentence': (from, random) => move(from, pick(sentencesOf(from.text), random), sentencesOf(from.text), random),
  'swap sentences': (from, random) => {
    const sentences = sentencesOf(from.text)
    const at = Math.floor(random() * (sentences.length - 1))
    const [one, two] = [sentences[at], sentences[at + 1]]
    if (one === undefined || two === undefined) return from
    const swapped = splice(splice(from, two.start, two.end, slice(from, one)), one.start, one.end, slice(from, two))
    return swapped
  },
  'delete a paragraph': (from, random) => {
    const { start, end } = pick(paragraphsOf(from.text), random)
    return splice(from, start, end, traced(''))
  },
  'duplicate a paragraph': (from, random) => {
    const paragraphs = paragraphsOf(from.text)
    const to = pick(paragraphs, random).start
    return splice(from, to, to, copyOf(from, pick(paragraphs, random)))
  },
  'move a paragraph': (from, random) => move(from, pick(paragraphsOf(from.text), random), paragraphsOf(from.text), random),
  'change digits': (from, random) => retype(from, /\d/gu, changedDigit, 6, random),
  'retype white space': (from, random) => retype(from, /[^\S\n]/gu, () => pick(['  ', '\n', '\t', '\u00A0'], random), 8, random),
  'retype quotes and dashes': (from, random) => retype(from, /['"-]/gu, (mark) => (mark === '-' ? '–' : '’'), 2, random),
  hyphenate: (from, random) => retype(from, /(?<=\p{L}{3})(?=\p{L}{3})/gu, () => '-\n', 40, random),
  'repeat boilerplate': (from, random) => {
    const to = pick(sentencesOf(from.text), random).start
    return splice(from, to, to, traced('I gave a verbal command. I gave a verbal command. '))
  }
} satisfies Record<string, (from: TracedText, random: Random) => TracedText>

export type EditName = keyof typeof edits
