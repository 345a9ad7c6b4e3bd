import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { onePage, requireTextSize, type ParsedText } from './extractedReport'
import { reportUnreadable } from './extractionProblems'
import { htmlText } from './htmlText'
import { worded } from '#shared/messages/worded'
import { englishOf } from '#shared/messages/messagesOf'

const note = englishOf('readings')

const mailbox = ({ name, address = '' }: Address): string => (name === '' ? address : address === '' ? name : `${name} <${address}>`)
const addressOf = (address: Address): string =>
  address.group === undefined ? mailbox(address) : `${address.name}: ${address.group.map(mailbox).join(', ')}`

/** The lines above a message, as a mail program shows them; the date is as the message has it, with its own time zone. */
function headerLines(email: Email): string[] {
  const addresses = (list: readonly Address[] | undefined): string => (list ?? []).map(addressOf).join(', ')
  const date = email.headers.find((header) => header.key === 'date')?.value ?? ''
  const lines: [string, string][] = [
    ['From', email.from === undefined ? '' : addressOf(email.from)],
    ['To', addresses(email.to)],
    ['Cc', addresses(email.cc)],
    ['Date', date],
    ['Subject', email.subject ?? '']
  ]
  return lines.filter(([, value]) => value.trim() !== '').map(([name, value]) => `${name}: ${value.replaceAll(/\s+/gu, ' ').trim()}`)
}

function describeAttachment({ filename, mimeType }: Attachment): string {
  if (filename !== null) return note('attachedFile', { fileName: filename.slice(0, 120) })
  return mimeType === 'message/rfc822' ? note('attachedMessage') : note('attachedType', { type: mimeType })
}

/**
 * The text of an e-mail as one page: who wrote it to whom, when and on what, then its message. Where it has no plain text, the words
 * that its HTML shows. Attachments are named in `notes` and never opened. Throws report_too_large or report_unreadable.
 */
export async function parseEml(bytes: Buffer, fileName: string): Promise<ParsedText> {
  requireTextSize(bytes, fileName)
  let email: Email
  try {
    email = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  } catch (error) {
    throw reportUnreadable(fileName, worded('problems', 'emailDamaged'), error)
  }
  const plain = email.text?.trim() ?? ''
  try {
    const body = plain === '' && email.html !== undefined ? htmlText(email.html) : { text: plain, notes: [] }
    const text = [headerLines(email).join('\n'), body.text.trim()].filter((part) => part !== '').join('\n\n')
    return onePage(text, fileName, [...body.notes, ...email.attachments.map(describeAttachment)])
  } catch (error) {
    if (error instanceof RangeError) throw reportUnreadable(fileName, worded('problems', 'emailTooDeep'), error)
    throw error
  }
}
