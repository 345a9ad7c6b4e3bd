import type { EntityKind, EntityOf } from '#shared/model/entities'

/** Answers with what `parse` made of the same row before, or else has it made now. */
export type RowMemory = <Kind extends EntityKind>(entity: Kind, id: string, data: string, parse: () => EntityOf<Kind>) => EntityOf<Kind>

interface KeptRow<Kind extends EntityKind> {
  data: string
  row: EntityOf<Kind>
}
type Kept = { [Kind in EntityKind]: Map<string, KeptRow<Kind>> }

const mostRows = 200
/** Texts of reports are read seldom, and one of them is larger than all else that is kept. */
const longestRow = 50_000

/**
 * Keeps what the rows that were asked for last were read as: each gesture asks for the same case and the same footage, and to check
 * them takes longer than to read them. A row counts as the same only while its text on the disk is the same. Nobody changes what it gets.
 */
export function createRowMemory(): RowMemory {
  const kept: Kept = {
    case: new Map(),
    person: new Map(),
    footage: new Map(),
    tag: new Map(),
    report: new Map(),
    reportText: new Map(),
    passage: new Map(),
    statement: new Map(),
    link: new Map(),
    absence: new Map(),
    enteredDifference: new Map(),
    disposition: new Map(),
    viewing: new Map(),
    fileCheck: new Map()
  }
  return <Kind extends EntityKind>(entity: Kind, id: string, data: string, parse: () => EntityOf<Kind>): EntityOf<Kind> => {
    const rows: Map<string, KeptRow<Kind>> = kept[entity]
    const known = rows.get(id)
    if (known?.data === data) return known.row
    const row = parse()
    if (data.length > longestRow) return row
    if (rows.size >= mostRows) rows.clear()
    rows.set(id, { data, row })
    return row
  }
}
