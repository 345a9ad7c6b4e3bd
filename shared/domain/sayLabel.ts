import { readBack, saidAgain } from '../messages/readBack'
import type { Codebook } from '../model/codebookSchema'
import { describeBodyArea, describeForceType } from './records'

/** Words of a written codebook, and ids that older labels hold in their place, each with what it is called in the codebook as it is spoken. */
interface Terms {
  kinds: ReadonlyMap<string, string>
  bodyAreas: ReadonlyMap<string, string>
  differences: ReadonlyMap<string, string>
}

const known = new WeakMap<Codebook, { written: Codebook; terms: Terms }>()

/**
 * A label of the ledger, which is sealed in English and in the words of the codebook of its time, in the language spoken now. `written` is
 * the codebook as it is written, `spoken` the same in that language; a term that it does not hold stays as it was sealed.
 */
export function sayLabel(label: string, written: Codebook, spoken: Codebook): string {
  const terms = termsOf(written, spoken)
  return saidAgain('labels', label, (name, text) => {
    if (name === 'tag') return sayTag(text, terms)
    return name === 'kind' ? (terms.differences.get(text) ?? text) : text
  })
}

/** What `describeTag` wrote, e.g. `Strike · head ×3`, `Intervention · verbal`, `Camera muted`. */
function sayTag(text: string, { kinds, bodyAreas }: Terms): string {
  const [, what = '', more, times = ''] = /^(.*?)(?: · (.*?))?( ×\d+)?$/su.exec(text) ?? []
  const kind = kinds.get(what)
  const area = more === undefined ? undefined : bodyAreas.get(more)
  if (kind !== undefined && more === undefined) return kind + times
  if (kind !== undefined && area !== undefined) return `${kind} · ${area}${times}`
  // A message that holds but one name would take any text for its own.
  if (readBack('records', text)?.key === 'personWithRole') return text
  return saidAgain('records', text, (name, word) => (name === 'kind' ? (kinds.get(word) ?? word) : word))
}

function termsOf(written: Codebook, spoken: Codebook): Terms {
  const made = known.get(spoken)
  if (made?.written === written) return made.terms
  const spokenOf = <Entry extends { id: string; label: string }>(entries: readonly Entry[], others: readonly Entry[]) =>
    entries.flatMap(({ id, label }) => {
      const there = others.find((other) => other.id === id)?.label ?? label
      return [[label, there] as const, [id, there] as const]
    })
  const terms: Terms = {
    kinds: new Map([
      ...written.forceTypes.map(({ id }) => [describeForceType(id, written), describeForceType(id, spoken)] as const),
      ...spokenOf(written.tagKinds, spoken.tagKinds)
    ]),
    bodyAreas: new Map(written.bodyAreas.map(({ id }) => [describeBodyArea(id, written), describeBodyArea(id, spoken)] as const)),
    differences: new Map(spokenOf(written.differenceKinds, spoken.differenceKinds))
  }
  known.set(spoken, { written, terms })
  return terms
}
