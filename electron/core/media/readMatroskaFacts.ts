import { open } from 'node:fs/promises'

/** What the header of an MKV or WebM says that mediabunny does not pass on. */
export interface MatroskaFacts {
  /** When the file says it was written, in milliseconds since 1970 UTC; null where it does not say. */
  createdAtMs: number | null
  /** Length of one unit of the file's time, in nanoseconds. */
  unitNs: number
  /** By how much each sound track's sound begins before its stated time, in nanoseconds. */
  codecDelaysNs: number[]
}

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  information: 0x1549a966,
  timestampScale: 0x2ad7b1,
  date: 0x4461,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  codecDelay: 0x56aa,
  cluster: 0x1f43b675
}
const soundType = 2
const headerBytes = 4 * 1024 * 1024
const from2001Ms = Date.UTC(2001, 0, 1)

interface Element {
  id: number
  body: Buffer
}

/** Reads the header of the MKV or WebM at `path`; null where its tracks are not named before its first frames. Rejects as `open` does. */
export async function readMatroskaFacts(path: string): Promise<MatroskaFacts | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    return parseMatroska(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** Reads the first bytes of a file; null where they name no tracks, or are no EBML. Pure. */
export function parseMatroska(bytes: Buffer): MatroskaFacts | null {
  try {
    return parseElements(elementsIn(bytes))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function parseElements(top: Element[]): MatroskaFacts | null {
  // Nothing in the first element is needed; a file in which it is broken is broken elsewhere too.
  elementsIn(top.find(({ id }) => id === ids.header)?.body ?? Buffer.alloc(0))
  const segment = top.find(({ id }) => id === ids.segment)
  const elements = segment === undefined ? [] : elementsIn(segment.body)
  const tracks = elements.find(({ id }) => id === ids.tracks)
  if (tracks === undefined) return null
  const information = elementsIn(elements.find(({ id }) => id === ids.information)?.body ?? Buffer.alloc(0))
  const date = information.find(({ id }) => id === ids.date)?.body
  const sounds = elementsIn(tracks.body)
    .filter(({ id }) => id === ids.trackEntry)
    .map(({ body }) => elementsIn(body))
    .filter((entry) => numberOf(entry, ids.trackType) === soundType)
  return {
    createdAtMs: date?.length === 8 ? from2001Ms + Math.floor(Number(date.readBigInt64BE(0)) / 1e6) : null,
    unitNs: numberOf(information, ids.timestampScale) ?? 1_000_000,
    codecDelaysNs: sounds.map((entry) => numberOf(entry, ids.codecDelay) ?? 0)
  }
}

/** The elements up to the first frames; one that is cut short is given as far as it goes. @throws RangeError for what is no EBML. */
function elementsIn(bytes: Buffer): Element[] {
  const elements: Element[] = []
  let at = 0
  while (at < bytes.length) {
    const id = variableNumber(bytes, at, false)
    const size = id === null ? null : variableNumber(bytes, at + id.lengthBytes, true)
    if (id === null || size === null || id.value === ids.cluster) break
    const start = at + id.lengthBytes + size.lengthBytes
    // All ones: the length is not known, and the element goes on to the end.
    const end = size.value === 2 ** (7 * size.lengthBytes) - 1 ? bytes.length : start + size.value
    elements.push({ id: id.value, body: bytes.subarray(start, end) })
    at = end
  }
  return elements
}

/** EBML's number: as many bytes as the first has leading zeros, and one; `isLength` takes that mark off. */
function variableNumber(bytes: Buffer, at: number, isLength: boolean): { value: number; lengthBytes: number } | null {
  const first = bytes[at]
  if (first === undefined) return null
  const lengthBytes = Math.clz32(first) - 23
  if (first === 0) throw new RangeError(`no EBML at byte ${at}`)
  if (at + lengthBytes > bytes.length) return null
  let value = isLength ? first - 2 ** (8 - lengthBytes) : first
  for (const byte of bytes.subarray(at + 1, at + lengthBytes)) value = value * 256 + byte
  return { value, lengthBytes }
}

function numberOf(elements: Element[], id: number): number | null {
  const body = elements.find((element) => element.id === id)?.body
  return body === undefined ? null : body.reduce((sum, byte) => sum * 256 + byte, 0)
}
