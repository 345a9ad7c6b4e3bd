import { describe, expect, it } from 'vitest'
import { createPassageRefinder, type Refound } from '#core/reports/anchors/createPassageRefinder'
import type { PassageAnchor } from '#shared/model/report'
import { edits, seededRandom, sentencesOf, tracedText, type EditName, type TracedText } from './editReport'
import { editedTexts } from './reportTexts'

function anchorAt(text: string, start: number, end: number): PassageAnchor {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(end, end + 64),
    reportSha256: 'a'.repeat(64),
    extractorVersion: 1
  }
}

function anchorOf(text: string, words: string, from = 0): PassageAnchor {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return anchorAt(text, start, start + words.length)
}

const names = Object.keys(edits) as EditName[]

/** Passages of a text: whole sentences, and a few words within them. */
function passagesOf(text: string, random: () => number): PassageAnchor[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const whole = anchorAt(text, start, start + text.slice(start, end).trimEnd().length)
    const words = [...whole.exact.matchAll(/\S+/gu)]
    const from = Math.floor(random() * words.length)
    const to = Math.min(words.length - 1, from + 1 + Math.floor(random() * 5))
    const [first, last] = [words[from], words[to]]
    if (first === undefined || last === undefined || first === words[0] || first === last) return [whole]
    return [whole, anchorAt(text, start + first.index, start + last.index + last[0].length)]
  })
}

const withoutSpace = (text: string, origins: readonly number[]): number[] => origins.filter((_, at) => text[at]?.trim() !== '')

/** Whether the span holds the very characters of the passage, each from its own place. */
function isTrue(anchor: PassageAnchor, edited: TracedText, { start, end }: { start: number; end: number }): boolean {
  const found = withoutSpace(edited.text.slice(start, end), edited.origins.slice(start, end))
  const own = withoutSpace(
    anchor.exact,
    Array.from({ length: anchor.exact.length }, (_, at) => anchor.start + at)
  )
  return found.length === own.length && found.every((one, at) => one === own[at])
}

/**
 * Whether a reader with the two texts could not tell: a sentence that was taken out and came in again as a copy stands where it stood.
 * So much of the same text is around the words, at least 16 characters on each side, that they are there once in each text.
 */
function readsTheSame(anchor: PassageAnchor, oldText: string, newText: string, { start, end }: { start: number; end: number }): boolean {
  const stretch = (text: string, from: number, to: number, around: number) =>
    [inOneLine(text.slice(0, from)).slice(-around), inOneLine(text.slice(from, to)), inOneLine(text.slice(to)).slice(0, around)].join('')
  return [16, 32, 64, 128].some((around) => {
    const words = stretch(oldText, anchor.start, anchor.end, around)
    const isOnce = (text: string) => inOneLine(text).split(words).length === 2
    return words === stretch(newText, start, end, around) && isOnce(oldText) && isOnce(newText)
  })
}

const inOneLine = (words: string): string => words.replace(/\s+/gu, ' ')

/** Whether no edit came to the passage or to the characters beside it. */
function isUntouched(anchor: PassageAnchor, oldText: string, edited: TracedText): boolean {
  const at = edited.origins.indexOf(anchor.start)
  if (at < 0 || edited.touched.has(anchor.start)) return false
  const { start, end } = { start: Math.max(0, anchor.start - 1), end: Math.min(oldText.length, anchor.end + 1) }
  const shift = at - anchor.start
  for (let place = start; place < end; place += 1) if (edited.origins[place + shift] !== place) return false
  return true
}

interface Outcome {
  seen: Record<Refound['state'], number>
  untouched: number
  untouchedExact: number
  wrong: string[]
  /** Not the very characters, but the same words among the same words, which nobody can tell from them. */
  alike: string[]
}

function runEdits(seeds: readonly number[], rounds: number, isOldTextKnown: boolean): { byEdit: Map<string, Outcome>; editCount: number } {
  const byEdit = new Map<string, Outcome>()
  let editCount = 0
  for (const [textIndex, text, seed] of seeds.flatMap((seed) => [...editedTexts.entries()].map((one) => [...one, seed] as const))) {
    for (let round = 0; round < rounds; round += 1) {
      for (const [nameIndex, name] of [...names, 'several'].entries()) {
        const random = seededRandom(seed + textIndex * 1_000_003 + round * 1009 + nameIndex)
        const edited = editBy(name, text, random)
        if (edited.text === text) continue
        editCount += 1
        const outcome = byEdit.get(name) ?? {
          seen: { exact: 0, changed: 0, lost: 0 },
          untouched: 0,
          untouchedExact: 0,
          wrong: [],
          alike: []
        }
        byEdit.set(name, outcome)
        const refind = createPassageRefinder(isOldTextKnown ? text : null, edited.text)
        for (const anchor of passagesOf(text, random)) {
          const found = refind(anchor)
          outcome.seen[found.state] += 1
          const isExact = found.state === 'exact'
          if (isExact && !isTrue(anchor, edited, found.span)) {
            const { start, end } = found.span
            const words = `${name}: “${anchor.exact}” at ${anchor.start} → “${edited.text.slice(start, end)}” at ${start}`
            if (readsTheSame(anchor, text, edited.text, found.span)) outcome.alike.push(words)
            else outcome.wrong.push(words)
          }
          if (!isUntouched(anchor, text, edited)) continue
          outcome.untouched += 1
          if (isExact) outcome.untouchedExact += 1
        }
      }
    }
  }
  return { byEdit, editCount }
}

function editBy(name: string, text: string, random: () => number): TracedText {
  // Two alike sentences that change places leave the text as it was: nobody can tell.
  const edit = (from: TracedText, one: EditName): TracedText => {
    const to = edits[one](from, random)
    return to.text === from.text ? from : to
  }
  if (name !== 'several') return edit(tracedText(text), name as EditName)
  // Moves first and copies last: a copy whose source is then deleted reads as if nothing had happened, and so do two alike
  // sentences that change places after a word was put into one of them.
  const rank = (one: EditName) => (/^(?:move|swap)/u.test(one) ? 0 : /^(?:insert a|duplicate|repeat)/u.test(one) ? 2 : 1)
  const chosen = Array.from({ length: 3 }, () => names[Math.floor(random() * names.length)] ?? 'insert words')
  return chosen.toSorted((a, b) => rank(a) - rank(b)).reduce(edit, tracedText(text))
}

const story =
  'I gave a verbal command. He did not comply. I struck him once on the left thigh with my baton.\n\nI gave a verbal command. He complied at 2119 hours. Officer Novak was with me.\n'
const refound = (to: string, words: string, from = 0): Refound => createPassageRefinder(story, to)(anchorOf(story, words, from))

describe('a passage', () => {
  it('is found again where the text before it grew and its lines break elsewhere', () => {
    const to = `CORRECTED\n\n${story.replace('once on the left', 'once on\nthe left')}`
    const found = refound(to, 'I struck him once on the left thigh')
    expect(found).toMatchObject({ state: 'exact' })
    if (found.state === 'exact') expect(to.slice(found.span.start, found.span.end)).toBe('I struck him once on\nthe left thigh')
  })

  it.each([
    ['a digit in it', 'He complied at 2119 hours.', '2119', '2129', 'words'],
    ['a word that denies', 'He complied at 2119 hours.', 'He complied', 'He never complied', 'words'],
    ['a word that denies, beside it', 'complied at 2119 hours.', 'He complied', 'He never complied', 'sentence'],
    ['one letter at its end', 'He complied at 2119 hour', 'hours', 'hour', 'words'],
    ['where a number in it ends', 'at 2119', '2119', '2119:30', 'words'],
    ['the word beside a very short one', 'on the left', 'thigh', 'arm', 'beside']
  ])('waits for a person when the change is %s', (_, words, from, to, reason) => {
    expect(refound(story.replace(from, to), words)).toMatchObject({ state: 'changed', reason })
  })

  it('that is repeated is found in its own place, and lost with it', () => {
    const words = 'I gave a verbal command.'
    const second = story.lastIndexOf(words)
    const longer = `On foot patrol. ${story}`
    expect(refound(longer, words, second)).toMatchObject({ state: 'exact', span: { start: second + 16 } })
    const without = story.slice(0, second) + story.slice(second + words.length + 1)
    expect(refound(without, words, second)).toEqual({ state: 'lost', nearest: { start: 0, end: words.length } })
    expect(refound(without, words)).toMatchObject({ state: 'exact', span: { start: 0 } })
  })

  it('that stood beside its like is not certain when one of the two went', () => {
    const [words, rest] = ['I gave a verbal command.', 'He complied at 2119 hours, as he was told to.']
    const find = createPassageRefinder(`${words} ${words} ${rest}`, `${words} ${rest}`)
    const old = `${words} ${words} ${rest}`
    expect(find(anchorOf(old, words)).state).not.toBe('exact')
    expect(find(anchorOf(old, words, 5)).state).not.toBe('exact')
  })

  it('that stands in a row of its like is not certain when something changed beside the row', () => {
    const row = 'I struck him once. I struck him once.'
    const old = `He pulled away from me and ran off. ${row} Then he gave up and lay down.`
    const to = old.replace('ran off.', 'I struck him once.')
    const find = createPassageRefinder(old, to)
    expect(find(anchorOf(old, 'I struck him once.')).state).not.toBe('exact')
    expect(find(anchorOf(old, 'I struck him once.', old.indexOf('once'))).state).not.toBe('exact')
  })

  it('of which little is left is lost, and shows where that is', () => {
    const words = 'I struck him once on the left thigh with my baton.'
    const to = story.replace(words, 'I struck nobody with my baton.')
    const start = to.indexOf('I struck')
    expect(refound(to, words)).toEqual({ state: 'lost', nearest: { start, end: start + 'I struck nobody with my baton.'.length } })
  })

  it('in a moved paragraph is exact where it is long and unique, and otherwise waits for a person', () => {
    const [first = '', second = ''] = story.trim().split('\n\n')
    const to = `${second}\n\n${first}\n`
    expect(refound(to, 'I struck him once on the left thigh with my baton.')).toMatchObject({ state: 'exact' })
    expect(refound(to, 'I gave a verbal command.')).toMatchObject({ state: 'changed' })
  })

  it('of no words, or in an empty text, is lost', () => {
    expect(createPassageRefinder(story, '')(anchorOf(story, 'He did not comply.'))).toEqual({ state: 'lost', nearest: null })
    expect(createPassageRefinder(null, story)({ ...anchorOf(story, 'He'), exact: ' ' })).toEqual({ state: 'lost', nearest: null })
  })
})

describe('passages of an edited report', () => {
  const seeds = [20_240_613, 1, 2, 3, 4, 5]

  it.each([
    ['with the old text', true],
    ['with the anchor alone', false]
  ])('are never attached to a wrong place, %s', (_, isOldTextKnown) => {
    const { byEdit, editCount } = runEdits(isOldTextKnown ? seeds : seeds.slice(0, 1), isOldTextKnown ? 10 : 2, isOldTextKnown)
    const rows = [...byEdit].map(([name, { seen, untouched, untouchedExact, wrong, alike }]) => {
      const total = seen.exact + seen.changed + seen.lost
      const share = (count: number) => `${((100 * count) / total).toFixed(1)} %`
      return {
        edit: name,
        passages: total,
        exact: share(seen.exact),
        changed: share(seen.changed),
        lost: share(seen.lost),
        untouched,
        untouchedExact,
        alike: alike.length,
        wrong: wrong.length
      }
    })
    console.table(rows)
    expect([...byEdit.values()].flatMap(({ wrong }) => wrong)).toEqual([])
    if (isOldTextKnown) expect(editCount).toBeGreaterThanOrEqual(5000)
    const untouched = rows.reduce((sum, row) => sum + row.untouched, 0)
    const untouchedExact = rows.reduce((sum, row) => sum + row.untouchedExact, 0)
    console.log(
      `${editCount} edits; of ${untouched} passages that they leave alone, ${((100 * untouchedExact) / untouched).toFixed(2)} % are exact`
    )
    if (isOldTextKnown) expect(untouchedExact / untouched).toBeGreaterThanOrEqual(0.98)
  })
})
