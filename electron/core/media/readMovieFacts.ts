import { open, type FileHandle } from 'node:fs/promises'

/** One entry of a track's edit list: which part of the track is shown. */
interface Edit {
  /** In units of the movie's time scale. */
  duration: number
  /** Where the part begins, in units of the track's time scale; -1 for a pause before it. */
  mediaTime: number
}

interface TrackFacts {
  /** `vide`, `soun` or another. */
  kind: string
  edits: Edit[]
}

/** What the index of an MP4 or MOV says that mediabunny does not pass on. */
export interface MovieFacts {
  /** When the file says it was recorded, in milliseconds since 1970 UTC; null where its clock was never set. */
  createdAtMs: number | null
  /** Units of the movie's time in a second. */
  timeScale: number
  /** True where the frames lie in fragments after the index. */
  isFragmented: boolean
  /** Every track, also those that are neither pictures nor sound. */
  tracks: TrackFacts[]
}

interface Box {
  type: string
  body: Buffer
}

const largestIndexBytes = 256 * 1024 * 1024
const secondsFrom1904To1970 = 2_082_844_800

/** Reads the index (`moov`) of the MP4 or MOV at `path`; null where there is none that can be read. Rejects as `open` does. */
export async function readMovieFacts(path: string): Promise<MovieFacts | null> {
  const file = await open(path)
  try {
    const moov = await findIndex(file)
    return moov === null ? null : parseMovie(moov)
  } finally {
    await file.close()
  }
}

async function findIndex(file: FileHandle): Promise<Buffer | null> {
  const { size } = await file.stat()
  let at = 0
  while (at + 8 <= size) {
    const head = await readAt(file, at, 16)
    const { type, headBytes, sizeBytes } = parseHead(head, size - at)
    if (sizeBytes < headBytes) return null
    if (type === 'moov') {
      const isWhole = sizeBytes <= largestIndexBytes && at + sizeBytes <= size
      return isWhole ? readAt(file, at + headBytes, sizeBytes - headBytes) : null
    }
    at += sizeBytes
  }
  return null
}

async function readAt(file: FileHandle, position: number, lengthBytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(lengthBytes), 0, lengthBytes, position)
  return buffer.subarray(0, bytesRead)
}

/** A size of 1 stands for a longer number that follows; 0 for all that is left. */
function parseHead(bytes: Buffer, leftBytes: number): { type: string; headBytes: number; sizeBytes: number } {
  const type = bytes.toString('latin1', 4, 8)
  const stated = bytes.readUInt32BE(0)
  if (stated === 1) return { type, headBytes: 16, sizeBytes: bytes.length < 16 ? 0 : Number(bytes.readBigUInt64BE(8)) }
  return { type, headBytes: 8, sizeBytes: stated === 0 ? leftBytes : stated }
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const { type, headBytes, sizeBytes } = parseHead(bytes.subarray(at), bytes.length - at)
    if (sizeBytes < headBytes) break
    boxes.push({ type, body: bytes.subarray(at + headBytes, at + sizeBytes) })
    at += sizeBytes
  }
  return boxes
}

const bodyOf = (boxes: Box[], type: string): Buffer => boxes.find((box) => box.type === type)?.body ?? Buffer.alloc(0)

/** Reads the content of a `moov` box; null where it is cut short. Pure. */
export function parseMovie(moov: Buffer): MovieFacts | null {
  const boxes = boxesIn(moov)
  try {
    const header = bodyOf(boxes, 'mvhd')
    const isLong = header.readUInt8(0) === 1
    const created = isLong ? Number(header.readBigUInt64BE(4)) : header.readUInt32BE(4)
    const createdAtMs = (created - secondsFrom1904To1970) * 1000
    return {
      createdAtMs: createdAtMs > 0 ? createdAtMs : null,
      timeScale: header.readUInt32BE(isLong ? 20 : 12),
      isFragmented: boxes.some((box) => box.type === 'mvex'),
      tracks: boxes.filter((box) => box.type === 'trak').map((box) => parseTrack(boxesIn(box.body)))
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function parseTrack(boxes: Box[]): TrackFacts {
  const handler = bodyOf(boxesIn(bodyOf(boxes, 'mdia')), 'hdlr')
  return { kind: handler.toString('latin1', 8, 12), edits: parseEdits(bodyOf(boxesIn(bodyOf(boxes, 'edts')), 'elst')) }
}

function parseEdits(list: Buffer): Edit[] {
  if (list.length === 0) return []
  const isLong = list.readUInt8(0) === 1
  return Array.from({ length: list.readUInt32BE(4) }, (_, index) => {
    const at = 8 + index * (isLong ? 20 : 12)
    return isLong
      ? { duration: Number(list.readBigUInt64BE(at)), mediaTime: Number(list.readBigInt64BE(at + 8)) }
      : { duration: list.readUInt32BE(at), mediaTime: list.readInt32BE(at + 4) }
  })
}
