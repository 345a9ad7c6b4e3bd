import JSZip from 'jszip'
import { posix } from 'node:path'
import { childrenOf, parseXml } from './docxXml'

type Relationship = { id: string; type: string; path: string }

/** The XML parts of a DOCX: the document itself, and those that it names. */
export interface DocxPackage {
  /** Where the document's own part is, as a path in the container. */
  documentPath: string
  /** The part at a path; null where there is none. */
  read: (path: string) => Promise<Document | null>
  /** Parts that the document names under a type ("header"), each with the id it is named by. */
  partsOf: (type: string) => { id: string; path: string }[]
  /** The part of which a document has one ("styles"), named or where it usually is; null where there is none. */
  pathOf: (type: string) => string | null
  /** Puts other text in some parts, and gives the whole as a DOCX. Pictures and other files that are no XML are left out. */
  rewrite: (parts: ReadonlyMap<string, string>) => Promise<Buffer>
}

/** Unpacks the XML of a DOCX, which `checkZip` has found to be within limits. Throws where a part is broken. */
export async function openDocxPackage(bytes: Buffer): Promise<DocxPackage> {
  const zip = await JSZip.loadAsync(bytes)
  // A folder that is removed takes its files with it.
  zip.filter((path, file) => !file.dir && !/\.(?:xml|rels)$/iu.test(path)).forEach((file) => zip.remove(file.name))

  const read = async (path: string): Promise<Document | null> => {
    const text = await zip.file(path)?.async('string')
    return text === undefined ? null : parseXml(text)
  }
  const relationshipsOf = async (path: string): Promise<Relationship[]> => {
    const { dir, base } = posix.parse(path)
    const root = (await read(posix.join(dir, '_rels', `${base}.rels`)))?.documentElement
    return root === undefined
      ? []
      : childrenOf(root)
          .filter((element) => element.getAttribute('TargetMode') !== 'External')
          .map((element) => ({
            id: element.getAttribute('Id') ?? '',
            type: (element.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
            path: posix.resolve('/', dir, element.getAttribute('Target') ?? '').slice(1)
          }))
  }
  const isThere = (one: Relationship): boolean => zip.file(one.path) !== null
  const main = (await relationshipsOf('')).find((one) => one.type === 'officeDocument' && isThere(one))
  const documentPath = main?.path ?? 'word/document.xml'
  const named = (await relationshipsOf(documentPath)).filter(isThere)

  return {
    documentPath,
    read,
    partsOf: (type) => named.filter((one) => one.type === type),
    pathOf: (type) => {
      const usual = `word/${type}.xml`
      return named.find((one) => one.type === type)?.path ?? (zip.file(usual) === null ? null : usual)
    },
    rewrite: (parts) => {
      for (const [path, text] of parts) zip.file(path, text)
      return zip.generateAsync({ type: 'nodebuffer' })
    }
  }
}
