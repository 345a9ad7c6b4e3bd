import type { Locale } from '#shared/messages/locale'

/** A piece of a findings summary, before it is written as HTML or PDF. */
export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'facts'; rows: (readonly [label: string, value: string])[] }
  | { type: 'quote'; text: string; source: string }
  /** A still of footage as a data URL, or why there is none. */
  | { type: 'still'; image: string | null; caption: string }
  /** Two pieces of evidence beside each other. */
  | { type: 'sides'; left: readonly [title: string, text: string]; right: readonly [title: string, text: string] }
  | MatrixBlock

/** Events down, accounts across; every row has as many cells as there are accounts, each a few lines. */
export interface MatrixBlock {
  type: 'matrix'
  note: string
  accounts: string[]
  rows: { title: string; detail: string; cells: string[][] }[]
}

/** A findings summary, in the order of reading. */
export interface FindingsDocument {
  title: string
  language: Locale
  blocks: Block[]
}

/** Some neighbouring accounts of a matrix, `to` exclusive. */
export interface ColumnGroup {
  from: number
  to: number
}

const mostColumns = 5

/** The accounts that stand beside each other on one page: at most five, so that none is cut off, and about as many on each. */
export function planColumnGroups(accountCount: number): ColumnGroup[] {
  const groupCount = Math.ceil(accountCount / mostColumns)
  const place = (group: number) => Math.round((group * accountCount) / groupCount)
  return Array.from({ length: groupCount }, (_, group) => ({ from: place(group), to: place(group + 1) }))
}
