/** Why a value is refused, after the name of its field. Said in English by the schemas, and read back to be shown. */
export const validation = {
  empty: 'must not be empty',
  tooLong: 'must be at most {count} characters',
  controlCharacters: 'must not hold control characters',
  timeZone: 'must be an IANA time zone, e.g. America/New_York',
  codebookId: 'an id of the codebook',
  sha256: 'a SHA-256 in lower-case hexadecimal',
  eachStatementOnce: 'Each statement once.',
  // The sentences of the schemas' own library.
  invalidInput: 'Invalid input',
  expected: 'Invalid input: expected {expected}, received {received}',
  expectedOne: 'Invalid input: expected {expected}',
  option: 'Invalid option: expected one of {options}',
  tooBig: 'Too big: expected {kind} to be {limit}',
  tooMany: 'Too big: expected {kind} to have {limit}',
  tooSmall: 'Too small: expected {kind} to be {limit}',
  tooFew: 'Too small: expected {kind} to have {limit}',
  pattern: 'Invalid string: must match pattern {pattern}',
  multiple: 'Invalid number: must be a multiple of {divisor}',
  isoDatetime: 'Invalid ISO datetime',
  isoDate: 'Invalid ISO date',
  uuid: 'Invalid UUID',
  unknownKey: 'Unrecognized key: {key}',
  unknownKeys: 'Unrecognized keys: {keys}'
} as const
