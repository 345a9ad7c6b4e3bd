import { elementsNamed, isInside, isWord, wordChild, wordValue } from './docxXml'

type Level = { format: string; text: string; start: number; styleId: string | null; isDecimalOnly: boolean }
type AbstractList = { levels: ReadonlyMap<number, Level>; styleLink: string | null }
type List = { abstractId: string; startOverrides: ReadonlyMap<number, number>; levelOverrides: ReadonlyMap<number, Level> }
type Place = { listId: string; level: number }

const maxNumber = 9_999

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
]

function romanOf(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, letters] of romanParts) {
    while (rest >= value) {
      roman += letters
      rest -= value
    }
  }
  return roman
}

/** a … z, then aa, bb …, as Word counts. */
const letterOf = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

function writeNumber(number: number, format: string): string {
  // Letters and Roman numbers have no nought and grow without bound.
  if (number < 1 || number > maxNumber) return format === 'none' ? '' : String(number)
  switch (format) {
    case 'lowerLetter':
      return letterOf(number)
    case 'upperLetter':
      return letterOf(number).toUpperCase()
    case 'lowerRoman':
      return romanOf(number)
    case 'upperRoman':
      return romanOf(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(number)
  }
}

const integerOf = (text: string | null): number | null => (text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : null)

function levelsOf(parent: Element): Map<number, Level> {
  return new Map(
    elementsNamed(parent, 'lvl').map((element) => [
      integerOf(wordValue(element, 'ilvl')) ?? 0,
      {
        format: wordValue(wordChild(element, 'numFmt')) ?? 'decimal',
        text: wordValue(wordChild(element, 'lvlText')) ?? '',
        start: integerOf(wordValue(wordChild(element, 'start'))) ?? 0,
        styleId: wordValue(wordChild(element, 'pStyle')),
        isDecimalOnly: wordChild(element, 'isLgl') !== undefined && wordValue(wordChild(element, 'isLgl')) !== '0'
      }
    ])
  )
}

function readLists(numbering: Document): { abstracts: Map<string, AbstractList>; lists: Map<string, List> } {
  const abstracts = elementsNamed(numbering, 'abstractNum').map((element): [string, AbstractList] => [
    wordValue(element, 'abstractNumId') ?? '',
    { levels: levelsOf(element), styleLink: wordValue(wordChild(element, 'numStyleLink')) }
  ])
  const lists = elementsNamed(numbering, 'num').map((element): [string, List] => {
    const overrides = elementsNamed(element, 'lvlOverride')
    const starts = overrides.flatMap((override): [number, number][] => {
      const start = integerOf(wordValue(wordChild(override, 'startOverride')))
      return start === null ? [] : [[integerOf(wordValue(override, 'ilvl')) ?? 0, start]]
    })
    return [
      wordValue(element, 'numId') ?? '',
      {
        abstractId: wordValue(wordChild(element, 'abstractNumId')) ?? '',
        startOverrides: new Map(starts),
        levelOverrides: new Map(overrides.flatMap((override) => [...levelsOf(override)]))
      }
    ]
  })
  return { abstracts: new Map(abstracts), lists: new Map(lists) }
}

/** A bullet is often a sign of a font of pictures, which means nothing in other fonts. */
const bulletOf = (text: string): string => (/^[•◦▪■□●○‣⁃–—*-]$/u.test(text) ? text : '•')

/**
 * Reads the numbers and bullets of a document's lists: the function it gives takes the paragraphs of a document one after the
 * other and says what stands before each ("1.", "a)", "•"), or '' for none.
 */
export function createListLabels(numbering: Document, styles: Document | null): (paragraph: Element) => string {
  const { abstracts, lists } = readLists(numbering)
  const styleById = new Map(
    styles === null ? [] : elementsNamed(styles, 'style').map((style) => [wordValue(style, 'styleId') ?? '', style])
  )
  const counters = new Map<string, number[]>()
  const startedLists = new Set<string>()

  const abstractOf = (listId: string, seen = new Set<string>()): [string, AbstractList] | null => {
    const abstractId = lists.get(listId)?.abstractId
    const abstract = abstractId === undefined ? undefined : abstracts.get(abstractId)
    if (abstractId === undefined || abstract === undefined || seen.has(listId)) return null
    if (abstract.styleLink === null) return [abstractId, abstract]
    const linkedId = wordValue(wordChild(styleById.get(abstract.styleLink), 'pPr', 'numPr', 'numId'))
    return linkedId === null ? null : abstractOf(linkedId, seen.add(listId))
  }

  /** The place in a list that a style gives, its own or that of a style it is based on. */
  const placeOfStyle = (styleId: string | null): Place | null => {
    const seen = new Set<string>()
    for (let id = styleId; id !== null && !seen.has(id); id = wordValue(wordChild(styleById.get(id), 'basedOn'))) {
      seen.add(id)
      const numPr = wordChild(styleById.get(id), 'pPr', 'numPr')
      const listId = wordValue(wordChild(numPr, 'numId'))
      if (listId === null) continue
      const ofStyle = [...(abstractOf(listId)?.[1].levels ?? [])].find(([, level]) => level.styleId === id)
      return { listId, level: ofStyle?.[0] ?? integerOf(wordValue(wordChild(numPr, 'ilvl'))) ?? 0 }
    }
    return null
  }

  const placeOf = (paragraph: Element): Place | null => {
    const properties = wordChild(paragraph, 'pPr')
    const numPr = wordChild(properties, 'numPr')
    const listId = wordValue(wordChild(numPr, 'numId'))
    const level = integerOf(wordValue(wordChild(numPr, 'ilvl')))
    const ofStyle = placeOfStyle(wordValue(wordChild(properties, 'pStyle')))
    if (listId === null) return ofStyle === null ? null : { ...ofStyle, level: level ?? ofStyle.level }
    return { listId, level: level ?? 0 }
  }

  return (paragraph) => {
    const place = placeOf(paragraph)
    const list = place === null ? undefined : lists.get(place.listId)
    const found = place === null ? null : abstractOf(place.listId)
    if (place === null || list === undefined || found === null) return ''
    const [abstractId, abstract] = found
    const levelAt = (level: number): Level | undefined => list.levelOverrides.get(level) ?? abstract.levels.get(level)
    const own = levelAt(place.level)
    if (own === undefined) return ''

    // Lists made from one definition count on from each other, unless one of them says where it starts.
    const counts = counters.get(abstractId) ?? []
    counters.set(abstractId, counts)
    if (!startedLists.has(place.listId)) {
      startedLists.add(place.listId)
      for (const [level, start] of list.startOverrides) counts[level] = start - 1
    }
    counts[place.level] = (counts[place.level] ?? own.start - 1) + 1
    counts.length = place.level + 1
    if (own.format === 'bullet') return bulletOf(own.text)
    return own.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const level = levelAt(Number(digit) - 1)
      if (level === undefined) return ''
      return writeNumber(counts[Number(digit) - 1] ?? level.start, own.isDecimalOnly ? 'decimal' : level.format)
    })
  }
}

/** True where tracked changes took a paragraph's end away: its words then belong to the next one, and no number stands here. */
export const isJoinedToNext = (paragraph: Element): boolean => wordChild(paragraph, 'pPr', 'rPr', 'del') !== undefined

/** True for what tracked changes took away, or moved elsewhere. */
export const isTakenAway = (element: Element): boolean =>
  isInside(element, (above) => ['del', 'moveFrom'].some((name) => isWord(above, name)))
