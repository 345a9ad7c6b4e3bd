/** Lists of pages within a sentence, e.g. `3, 5 and 7 to 9`. */
export const pageLists = {
  range: '{first} to {last}',
  further: '{pages}, {page}',
  last: '{pages} and {page}'
} as const
