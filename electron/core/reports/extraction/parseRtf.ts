import { Tokenize } from 'rtf-stream-parser'
import type { Token } from 'rtf-stream-parser/dist/src/tokenize'
import { onePage, type ParsedText } from './extractedReport'
import { reportUnreadable } from './extractionProblems'
import { createRtfReader, type RtfReading } from './readRtf'
import { worded } from '#shared/messages/worded'
import { englishOf } from '#shared/messages/messagesOf'

const note = englishOf('readings')

/** Words without a control between them are copied anew with each piece, so that small pieces cost time in the square of the file. */
const pieceBytes = 16 * 1024 * 1024

/** The document's bytes with the line ends taken out of pictures and embedded files, which would cost time in the square of their size. */
const withoutLinesInHex = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(/(?<=[0-9a-f]{16})[\r\n]+(?=[0-9a-f])/giu, ''), 'latin1')

/** The tokens of an RTF, handed on as they come: all at once they would fill the memory. */
function readTokens(bytes: Buffer): Promise<RtfReading> {
  const reader = createRtfReader()
  const tokenizer = new Tokenize()
  return new Promise((resolve, reject) => {
    tokenizer.on('data', (token: Token) => {
      try {
        reader.read(token)
      } catch (error) {
        tokenizer.destroy()
        reject(error instanceof Error ? error : new Error('The RTF is broken.', { cause: error }))
      }
    })
    tokenizer.on('error', reject)
    tokenizer.on('end', () => resolve(reader.end()))
    for (let start = 0; start < bytes.length; start += pieceBytes) tokenizer.write(bytes.subarray(start, start + pieceBytes))
    tokenizer.end()
  })
}

function notesOf(reading: RtfReading): string[] {
  const notes: string[] = []
  if (reading.pictureCount > 0) notes.push(note('pictures', { count: reading.pictureCount }))
  if (reading.objectCount > 0) notes.push(note('embedded'))
  if (reading.hasDeleted) notes.push(note('trackedChanges'))
  if (reading.hasHidden) notes.push(note('hidden'))
  if (reading.commentCount > 0) notes.push(note('comments', { count: reading.commentCount }))
  if (reading.hasGuessedLetters) notes.push(note('guessedLetters'))
  return notes
}

/**
 * The text of an RTF as one page: what its pages have above and below (each once, marked), its body with table rows as lines, its
 * notes, and its check boxes. Pictures and embedded files are never opened. Throws report_too_large or report_unreadable.
 */
export async function parseRtf(bytes: Buffer, fileName: string): Promise<ParsedText> {
  const reading = await readTokens(withoutLinesInHex(bytes)).catch((error: unknown) => {
    throw reportUnreadable(fileName, worded('problems', 'rtfDamaged'), error)
  })
  return onePage(reading.text, fileName, notesOf(reading))
}
