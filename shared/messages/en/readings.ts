/** What of a report's file is not in its text, or how sure the reading is. Stored in English with the report, and read back to be shown. */
export const readings = {
  pictures: 'It holds {count, plural, one {# picture} other {# pictures}}: words inside a picture are not read.',
  chart: 'It holds a chart or diagram, whose words are not read.',
  embedded: 'Another file is embedded in it, whose words are not read.',
  formula: 'It holds a formula, which is given on one line, without its layout.',
  trackedChanges: 'It tracks changes: words that were deleted or moved away are left out.',
  comments: 'It has {count, plural, one {# comment} other {# comments}} in the margin, left out of the text.',
  hidden: 'It has words that are hidden on the page, left out of the text.',
  guessedLetters: 'It is written in a code page that is not known: some letters may be wrong.',
  notOpened: 'It shows pictures or other files, which are not opened: words in them are not read.',
  unknownParts: 'Some words could not be read: they stand in parts of an unknown kind ({names}).',
  signs: 'Some signs of a special font could not be read.',
  attachedMessage: 'A message is attached and was not opened: load it by itself where it belongs to the case.',
  attachedType: 'A file ({type}) is attached and was not opened: load it by itself where it belongs to the case.',
  attachedFile: 'The file “{fileName}” is attached and was not opened: load it by itself where it belongs to the case.',
  pageRecognised: 'Page {pages} was read by optical character recognition: check it against the page.',
  pagesRecognised: 'Pages {pages} were read by optical character recognition: check them against the pages.',
  pageDoubtful:
    'Page {pages} was read by optical character recognition and is hard to read: words are likely wrong. Check it against the page.',
  pagesDoubtful:
    'Pages {pages} were read by optical character recognition and are hard to read: words are likely wrong. Check them against the pages.',
  pageWithoutText: 'Page {pages} holds no text that can be read: it may be a picture, or blank.',
  pagesWithoutText: 'Pages {pages} hold no text that can be read: they may be pictures, or blank.',
  pageNotRead: 'Page {pages} is a scan that was not read: the file holds too many of them.',
  pagesNotRead: 'Pages {pages} are scans that were not read: the file holds too many of them.'
} as const
