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

/** A findings summary, in the order of reading. */
export interface FindingsDocument {
  title: string
  language: string
  blocks: Block[]
}
