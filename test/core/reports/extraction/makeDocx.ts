import { randomFillSync } from 'node:crypto'
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip; `claimedBytes` is the unpacked size that its header states, when that is not the true one. */
export interface ZipEntry {
  name: string
  bytes: string | Buffer
  /** Given when `bytes` is already packed, to `sizeBytes` of content. */
  packed?: { sizeBytes: number }
  claimedBytes?: number
  isEncrypted?: boolean
}

/** A zip file with the entries, deflated. */
export function makeZip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const raw = Buffer.from(entry.bytes)
    const packed = entry.packed ? raw : deflateRawSync(raw)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.isEncrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(entry.packed ? 0 : crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claimedBytes ?? entry.packed?.sizeBytes ?? raw.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, rest, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}

/**
 * Raw deflate data that unpacks to `megabytes` MB, made without packing that much: of each MB, `noiseBytes` are random and the
 * rest the letter a, so that about 1 MB to `noiseBytes` is the ratio.
 */
export function packedMegabytes(megabytes: number, noiseBytes = 0): Buffer {
  const content = Buffer.alloc(1024 * 1024, 'a')
  randomFillSync(content, 0, noiseBytes)
  const one = deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), Buffer.from([3, 0])])
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** A DOCX whose body is the given WordprocessingML, with further files of the container. */
export function makeDocx(body: string, more: ZipEntry[] = []): Buffer {
  const document = `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`
  return makeZip([
    { name: '[Content_Types].xml', bytes: contentTypes },
    { name: '_rels/.rels', bytes: relationships },
    { name: 'word/document.xml', bytes: document },
    ...more
  ])
}

/** A paragraph of WordprocessingML with plain text. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
