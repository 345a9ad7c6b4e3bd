/** How a camera came to its place on the case clock. Sealed in the ledger and stored with a search in English, and read back to be shown. */
export const alignments = {
  bySound: 'by sound: {how}',
  byHand: 'by hand: {how}',
  oneMoment: 'one matching moment',
  twoMoments: 'two matching moments',
  windows:
    '{agreeing, number} of {total, number} windows agree, {confidence, select, high {high confidence} medium {medium confidence} low {low confidence} other {confidence not known}}',
  drifting: '{how}; drift {ppm} ppm ({milliseconds} ms in an hour)',
  moved: '{how}; moved by hand by {time}',
  noMatchSilent: 'No match found: {camera} has no sound.',
  noMatchHere: 'No match found: this camera recorded no sound.',
  noMatchThere: 'No match found: the other camera recorded no sound.',
  noMatchUnlike: 'No match found: nothing in the sound of the two recordings is alike.',
  noMatchRepeats: 'No match found: the sound repeats itself, and several places fit about equally well. Match two moments by hand.',
  noMatchApart:
    'No match found: of {count, number} windows of sound, {agreeing, number} tell of the same place; at least {least, number} must.',
  match: '{agreeing, number} of {total, number} windows agree within {spread} ms.',
  matchUnclear:
    '{agreeing, number} of {total, number} windows agree within {spread} ms; {unclear, number} more had too little in common to tell.',
  runApart: '{match} The clocks run apart by {ppm} ppm ({milliseconds} ms in an hour).'
} as const
