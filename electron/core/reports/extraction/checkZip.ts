import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry } from 'yauzl'
import { extractionLimits } from './extractionLimits'
import { reportFormatUnsupported, reportPasswordProtected, reportTooLarge } from './extractionProblems'
import { worded, type Worded } from '#shared/messages/worded'

const limits = extractionLimits.zip
const isXml = (entry: Entry): boolean => /\.(xml|rels)$/iu.test(entry.fileName)

/** Why an entry that inflates to `sizeBytes` is refused, or null. Used for the size that it claims and for the size that it has. */
function refusalOf(entry: Entry, sizeBytes: number): Worded | null {
  if (isXml(entry) && sizeBytes > limits.maxXmlBytes) return worded('problems', 'partOver50')
  if (sizeBytes > limits.ratioCheckedFromBytes && sizeBytes > limits.maxRatio * entry.compressedSize) {
    return worded('problems', 'partOver200Times')
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
  if (zip.entryCount > limits.maxEntries) throw reportTooLarge(fileName, worded('problems', 'over10000Files'))
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.maxEntries) throw reportTooLarge(fileName, worded('problems', 'over10000Files'))
    entries.push(entry)
  }
  const isWord =
    entries.some((entry) => entry.fileName.startsWith('word/')) && entries.some((entry) => entry.fileName === '[Content_Types].xml')
  if (!isWord) throw reportFormatUnsupported(fileName, worded('problems', 'archiveWithoutWord'))
  if (entries.some((entry) => entry.isEncrypted())) throw reportPasswordProtected(fileName)

  const refuse = (entry: Entry, sizeBytes: number, totalBytes: number): void => {
    const refusal = totalBytes > limits.maxInflatedBytes ? worded('problems', 'unpacksOver200') : refusalOf(entry, sizeBytes)
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
