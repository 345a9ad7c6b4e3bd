/** Characters `start` to `end` (exclusive) of a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Positions in the token list of a sentence, `last` included. */
export interface Reach {
  readonly first: number
  readonly last: number
}

/** Something read, and the words that say it. */
export interface Found<Value> extends Reach {
  readonly value: Value
}
