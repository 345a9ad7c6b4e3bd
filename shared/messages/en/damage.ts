/** Where a file is damaged. What is wrong there is stored in English with the footage, and read back to be shown. */
export const damage = {
  noPicture: 'no picture for {seconds} s',
  lengthsApart: 'The file says that it lasts {said} s; its pictures end at {found} s.',
  corrupt: 'a part of the file is marked as corrupt',
  framesMissing: 'The file names {count, number, ::group-off} frames; the last {missing, number, ::group-off} are not in it.',
  notDecoded: '{count, plural, one {# frame} other {# frames}} could not be decoded',
  fromTo: '{from} to {to}: {what}',
  fromOn: '{from} and on: {what}'
} as const
