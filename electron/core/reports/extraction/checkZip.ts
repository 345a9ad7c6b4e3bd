import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry } from 'yauzl'
import { extractionLimits } from './extractionLimits'
import { reportFormatUnsupported, reportPasswordProtected, reportTooLarge } from './extractionProblems'

const limits = extractionLimits.zip
const isXml = (entry: Entry): boolean => /\.(xml|rels)$/iu.test(entry.fileName)

/** Why an entry that inflates to `sizeBytes` is refused, or null. Used for the size that it claims and for the size that it has. */
function refusalOf(entry: Entry, sizeBytes: number): string | null {
  if (isXml(entry) && sizeBytes > limits.maxXmlBytes) return 'one of its parts unpacks to more than 50 MB of text.'
  if (sizeBytes > limits.ratioCheckedFromBytes && sizeBytes > limits.maxRatio * entry.compressedSize) {
    return 'one of its parts unpacks to more than 200 times its size, as in a file made to exhaust a computer.'
  }
  return null
}

async function inflatedSizeOf(entry: Entry, stream: Readable, check: (sizeBytes: number) => void): Promise<number> {
  let sizeBytes = 0
  // Leaving the loop by a throw destroys the stream, so nothing past a limit is inflated.
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) sizeBytes += chunk.length
    check(sizeBytes)
  }
  return sizeBytes
}

/**
 * Reads through a DOCX's zip container once, keeping nothing, before anything else unpacks it. Throws report_too_large when it
 * claims or has more than `extractionLimits.zip` allows, report_password_protected for an encrypted entry,
 * report_format_unsupported when it holds no Word document; a broken container throws yauzl's error.
 */
export async function checkZip(bytes: Buffer, fileName: string): Promise<void> {
  // Claimed sizes may lie, so yauzl's own comparison is off and what really comes out is counted.
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: false })
  if (zip.entryCount > limits.maxEntries) throw reportTooLarge(fileName, 'it holds more than 10,000 files.')
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.maxEntries) throw reportTooLarge(fileName, 'it holds more than 10,000 files.')
    entries.push(entry)
  }
  const isWord =
    entries.some((entry) => entry.fileName.startsWith('word/')) && entries.some((entry) => entry.fileName === '[Content_Types].xml')
  if (!isWord) throw reportFormatUnsupported(fileName, 'it is an archive without a Word document.')
  if (entries.some((entry) => entry.isEncrypted())) throw reportPasswordProtected(fileName)

  const refuse = (entry: Entry, sizeBytes: number, totalBytes: number): void => {
    const refusal = totalBytes > limits.maxInflatedBytes ? 'it unpacks to more than 200 MB.' : refusalOf(entry, sizeBytes)
    if (refusal) throw reportTooLarge(fileName, refusal)
  }
  let claimedBytes = 0
  for (const entry of entries) {
    claimedBytes += entry.uncompressedSize
    refuse(entry, entry.uncompressedSize, claimedBytes)
  }
  let inflatedBytes = 0
  for (const entry of entries) {
    const before = inflatedBytes
    const stream = await zip.openReadStreamPromise(entry)
    inflatedBytes += await inflatedSizeOf(entry, stream, (sizeBytes) => refuse(entry, sizeBytes, before + sizeBytes))
  }
}
