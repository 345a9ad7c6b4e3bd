/** Values that are set from outside, by key. Reading one in a `derive` makes the answer rest on it. */
export interface Table<Key, Value> {
  get: (key: Key) => Value | undefined
  /** Sets a value, or takes it out with `undefined`. What rests on it is worked out again when it is next asked for. */
  set: (key: Key, value: Value | undefined) => void
}

/** Ids by a key, e.g. the links of a tag. What `get` answers changes with the group: read it at once. */
export interface Groups<Key, Member> {
  get: (key: Key) => ReadonlySet<Member>
  /** Moves a member from the keys that it stood under to those that it stands under now. */
  move: (member: Member, from: readonly Key[], to: readonly Key[]) => void
}

interface DeriveOptions<Key, Value> {
  /** When a new answer counts as the old one, so that what rests on it need not be worked out again. */
  isSame?: (before: Value, after: Value) => boolean
  /** Told of each key whose answer may have changed, once until it is asked for again. */
  onStale?: (key: Key) => void
}

/** Makes values that are worked out once and again only after something that they read has changed; what they read is noted by itself. */
export interface Graph {
  table: <Key, Value>() => Table<Key, Value>
  groups: <Key, Member>() => Groups<Key, Member>
  /** `compute` must be pure, and must not lead back to itself. */
  derive: <Key, Value>(compute: (key: Key) => Value, options?: DeriveOptions<Key, Value>) => (key: Key) => Value
}

const nothing: readonly never[] = []

/** Something that can be read. A large case has a hundred thousand, most with one reader: a set is made only for the second. */
interface Node {
  readers: Answer | Set<Answer> | null
}

/** What is worked out. `suspect`: something that it rests on may have changed; `stale`: something has. */
interface Answer extends Node {
  state: 'clean' | 'suspect' | 'stale'
  sources: readonly Node[]
  /** Works it out, and tells whether it is another answer than before. */
  workOut: () => boolean
  tellStale: () => void
}

/** How the answers of one kind are worked out, and who is told. */
interface Rule<Key, Value> extends Required<Pick<DeriveOptions<Key, Value>, 'isSame'>> {
  compute: (key: Key) => Value
  onStale: ((key: Key) => void) | undefined
}

/** An answer with what it last came to; null before it was worked out. A class, since each closure of so many answers would count. */
class Kept<Key, Value> implements Answer {
  readers: Node['readers'] = null
  state: Answer['state'] = 'stale'
  sources: readonly Node[] = nothing
  last: { value: Value } | null = null

  constructor(
    private readonly rule: Rule<Key, Value>,
    private readonly key: Key
  ) {}

  workOut(): boolean {
    const value = this.rule.compute(this.key)
    if (this.last !== null && this.rule.isSame(this.last.value, value)) return false
    this.last = { value }
    return true
  }

  tellStale(): void {
    this.rule.onStale?.(this.key)
  }
}

interface Row<Value> extends Node {
  value: Value | undefined
}

const nobody: ReadonlySet<never> = new Set<never>()

/** Makes an empty graph. */
export function createGraph(): Graph {
  /** The answer that is being worked out now. */
  let reader: Answer | null = null
  /** What it has read so far, after what those have that wait for it: each then keeps a list that is no longer than it must be. */
  const noted: Node[] = []

  const note = (node: Node): void => {
    if (reader !== null && addReader(node, reader)) noted.push(node)
  }

  const bringUpToDate = (answer: Answer): void => {
    if (answer.state === 'suspect') {
      for (const source of answer.sources) {
        if (isAnswer(source)) bringUpToDate(source)
        if (isStale(answer)) break
      }
    }
    if (isStale(answer)) {
      for (const source of answer.sources) removeReader(source, answer)
      const [outer, first] = [reader, noted.length]
      reader = answer
      try {
        if (answer.workOut()) forReaders(answer, outdate)
      } finally {
        answer.sources = noted.slice(first)
        noted.length = first
        reader = outer
      }
    }
    answer.state = 'clean'
  }

  const createRows = <Key, Value>() => {
    const rows = new Map<Key, Row<Value>>()
    const rowOf = (key: Key): Row<Value> => {
      const known = rows.get(key)
      if (known !== undefined) return known
      const made: Row<Value> = { readers: null, value: undefined }
      rows.set(key, made)
      return made
    }
    const read = (key: Key): Value | undefined => {
      if (reader === null) return rows.get(key)?.value
      const row = rowOf(key)
      note(row)
      return row.value
    }
    return { rowOf, read }
  }

  return {
    table: <Key, Value>() => {
      const { rowOf, read } = createRows<Key, Value>()
      return {
        get: read,
        set: (key: Key, value: Value | undefined) => {
          const row = rowOf(key)
          if (row.value === value) return
          row.value = value
          forReaders(row, outdate)
        }
      }
    },
    groups: <Key, Member>() => {
      const { rowOf, read } = createRows<Key, Set<Member>>()
      return {
        get: (key: Key) => read(key) ?? nobody,
        move: (member: Member, from: readonly Key[], to: readonly Key[]) => {
          for (const key of from) {
            const row = rowOf(key)
            if (!to.includes(key) && row.value?.delete(member)) forReaders(row, outdate)
          }
          for (const key of to) {
            const row = rowOf(key)
            row.value ??= new Set()
            if (row.value.has(member)) continue
            row.value.add(member)
            forReaders(row, outdate)
          }
        }
      }
    },
    derive: <Key, Value>(compute: (key: Key) => Value, { isSame = Object.is, onStale }: DeriveOptions<Key, Value> = {}) => {
      const known = new Map<Key, Kept<Key, Value>>()
      const rule: Rule<Key, Value> = { compute, isSame, onStale }
      const create = (key: Key): Kept<Key, Value> => {
        const answer = new Kept(rule, key)
        known.set(key, answer)
        return answer
      }
      return (key: Key): Value => {
        const answer = known.get(key) ?? create(key)
        if (answer.state !== 'clean') bringUpToDate(answer)
        note(answer)
        if (answer.last === null) throw new Error('An answer led back to itself.')
        return answer.last.value
      }
    }
  }
}

/** Whether two lists hold the same in the same order: an `isSame` for lists of ids. */
export function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((value, at) => value === after[at])
}

function isAnswer(node: Node): node is Answer {
  return 'state' in node
}

function isStale(answer: Answer): boolean {
  return answer.state === 'stale'
}

function outdate(answer: Answer): void {
  suspect(answer)
  answer.state = 'stale'
}

function suspect(answer: Answer): void {
  if (answer.state !== 'clean') return
  answer.state = 'suspect'
  answer.tellStale()
  forReaders(answer, suspect)
}

/** Answers false where it is a reader already. */
function addReader(node: Node, reader: Answer): boolean {
  const { readers } = node
  if (readers === reader) return false
  if (readers === null) node.readers = reader
  else if (!(readers instanceof Set)) node.readers = new Set([readers, reader])
  else if (readers.has(reader)) return false
  else readers.add(reader)
  return true
}

function removeReader(node: Node, reader: Answer): void {
  if (node.readers instanceof Set) node.readers.delete(reader)
  else if (node.readers === reader) node.readers = null
}

function forReaders(node: Node, tell: (reader: Answer) => void): void {
  if (node.readers instanceof Set) node.readers.forEach(tell)
  else if (node.readers !== null) tell(node.readers)
}
