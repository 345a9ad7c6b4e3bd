/** Values that are set from outside, by key. Reading one in a `derive` makes the answer rest on it. */
export interface Table<Key, Value> {
  get: (key: Key) => Value | undefined
  /** Sets a value, or takes it out with `undefined`. What rests on it is worked out again when it is next asked for. */
  set: (key: Key, value: Value | undefined) => void
}

/** Ids by a key, e.g. the links of a tag. */
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

/** `check`: something that it rests on may have changed; `stale`: something has. */
interface Node {
  state: 'clean' | 'check' | 'stale'
  sources: Node[]
  readers: Set<Node>
  workOut: (() => void) | null
  onStale: (() => void) | null
}

/** Makes values that are worked out once and again only after something that they read has changed; what they read is noted by itself. */
export interface Graph {
  table: <Key, Value>() => Table<Key, Value>
  groups: <Key, Member>() => Groups<Key, Member>
  derive: <Key, Value>(compute: (key: Key) => Value, options?: DeriveOptions<Key, Value>) => (key: Key) => Value
}

const nobody: ReadonlySet<never> = new Set<never>()

/** Makes an empty graph. The functions given to `derive` must be pure, and must not lead back to themselves. */
export function createGraph(): Graph {
  let reader: Node | null = null

  const createNode = (workOut: Node['workOut'], onStale: Node['onStale']): Node => ({
    ...{ state: workOut === null ? 'clean' : 'stale', sources: [], readers: new Set(), workOut, onStale }
  })

  const note = (node: Node): void => {
    if (reader === null || node.readers.has(reader)) return
    node.readers.add(reader)
    reader.sources.push(node)
  }

  const suspect = (node: Node): void => {
    if (node.state !== 'clean') return
    node.state = 'check'
    node.onStale?.()
    node.readers.forEach(suspect)
  }

  const outdate = (node: Node): void => {
    suspect(node)
    node.state = 'stale'
  }

  const isStale = (node: Node): boolean => node.state === 'stale'

  const bringUpToDate = (node: Node): void => {
    if (node.state === 'clean') return
    if (node.state === 'check') {
      for (const source of node.sources) {
        bringUpToDate(source)
        if (isStale(node)) break
      }
    }
    if (isStale(node) && node.workOut !== null) {
      for (const source of node.sources) source.readers.delete(node)
      node.sources = []
      const outer = reader
      reader = node
      try {
        node.workOut()
      } finally {
        reader = outer
      }
    }
    node.state = 'clean'
  }

  const createSources = <Key, Value>() => {
    const rows = new Map<Key, { node: Node | null; value: Value | undefined }>()
    const rowOf = (key: Key) => {
      const known = rows.get(key)
      if (known !== undefined) return known
      const made: { node: Node | null; value: Value | undefined } = { node: null, value: undefined }
      rows.set(key, made)
      return made
    }
    return {
      rowOf,
      read: (key: Key): Value | undefined => {
        if (reader === null) return rows.get(key)?.value
        const row = rowOf(key)
        note((row.node ??= createNode(null, null)))
        return row.value
      }
    }
  }

  return {
    table: <Key, Value>() => {
      const { rowOf, read } = createSources<Key, Value>()
      return {
        get: read,
        set: (key: Key, value: Value | undefined) => {
          const row = rowOf(key)
          if (row.value === value) return
          row.value = value
          row.node?.readers.forEach(outdate)
        }
      }
    },
    groups: <Key, Member>() => {
      const { rowOf, read } = createSources<Key, Set<Member>>()
      return {
        get: (key: Key) => read(key) ?? nobody,
        move: (member: Member, from: readonly Key[], to: readonly Key[]) => {
          for (const key of from) {
            if (to.includes(key)) continue
            const row = rowOf(key)
            if (row.value?.delete(member)) row.node?.readers.forEach(outdate)
          }
          for (const key of to) {
            const row = rowOf(key)
            row.value ??= new Set()
            if (row.value.has(member)) continue
            row.value.add(member)
            row.node?.readers.forEach(outdate)
          }
        }
      }
    },
    derive: <Key, Value>(compute: (key: Key) => Value, { isSame = Object.is, onStale }: DeriveOptions<Key, Value> = {}) => {
      const known = new Map<Key, { node: Node; read: () => Value }>()
      const create = (key: Key) => {
        let last: { value: Value } | null = null
        const node = createNode(
          () => {
            const value = compute(key)
            if (last !== null && isSame(last.value, value)) return
            last = { value }
            for (const one of node.readers) one.state = 'stale'
          },
          onStale === undefined ? null : () => onStale(key)
        )
        const read = (): Value => {
          bringUpToDate(node)
          note(node)
          if (last === null) throw new Error('A derived value led back to itself.')
          return last.value
        }
        const made = { node, read }
        known.set(key, made)
        return made
      }
      return (key: Key): Value => (known.get(key) ?? create(key)).read()
    }
  }
}

/** Whether two lists hold the same in the same order: an `isSame` for lists of ids. */
export function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((value, at) => value === after[at])
}
