/** What does not hold in the ledger, as its verification finds it. */
export const verdicts = {
  entriesMissing: 'Entries {first} to {last} are missing.',
  notFollowing: 'It does not follow the entry before it.',
  notAsSealed: 'Its content is not what was sealed.',
  recordDiffers: 'Record {record} is not what the ledger says.',
  recordMissing: 'Record {record} is missing.'
} as const
