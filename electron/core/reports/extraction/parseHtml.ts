import { decodeNamed, decodeText, utf16Of } from './decodeText'
import { onePage, requireTextSize, type ParsedText } from './extractedReport'
import { reportUnreadable } from './extractionProblems'
import { htmlText } from './htmlText'
import { worded } from '#shared/messages/worded'

const namedEncoding = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)/iu

function decodeHtml(bytes: Buffer): string {
  const named = namedEncoding.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1]
  // A page that can be read as ASCII up to here is not in UTF-16, whatever it says of itself.
  const isOneByte = utf16Of(bytes) === null && named !== undefined && !/^utf-?(?:8|16)/iu.test(named)
  return (isOneByte ? decodeNamed(bytes, named) : null) ?? decodeText(bytes)
}

/**
 * The words that an HTML page shows, as one page. No script runs and nothing is fetched. Throws report_too_large or report_unreadable.
 */
export function parseHtml(bytes: Buffer, fileName: string): ParsedText {
  requireTextSize(bytes, fileName)
  try {
    const { text, notes } = htmlText(decodeHtml(bytes))
    return onePage(text, fileName, notes)
  } catch (error) {
    if (error instanceof RangeError) throw reportUnreadable(fileName, worded('problems', 'partsTooDeep'), error)
    throw error
  }
}
