import { XMLSerializer } from '@xmldom/xmldom'
import mammoth from 'mammoth'
import { ProblemError } from '#shared/rpc/problem'
import { worded } from '#shared/messages/worded'
import { checkZip } from './checkZip'
import { createListLabels } from './docxNumbering'
import { openDocxPackage, type DocxPackage } from './docxPackage'
import { docxText } from './docxText'
import { describeIgnored, describeUnread } from './docxUnread'
import { childrenOf, elementsNamed, relationshipIdOf } from './docxXml'
import { onePage, type ParsedText } from './extractedReport'
import { reportUnreadable } from './extractionProblems'
import { chooseAlternatives, prepareDocxPart } from './prepareDocx'

type Reading = { text: string; messages: string[] }
type DocxPart = { path: string; part: Document }

async function readText(bytes: Buffer): Promise<Reading> {
  let text = ''
  const { messages } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: object) => {
        text = docxText(document)
        // The HTML is not wanted: an empty document spares the work and leaves every picture unopened.
        return { ...document, children: [] }
      }
    }
  )
  return { text, messages: messages.map(({ message }) => message) }
}

/** A document whose body is what a header or footer holds, without the parts that only the header's own list of names can find. */
function asDocument(part: Document): Document {
  const root = part.documentElement
  for (const element of elementsNamed(root, '*', 'any')) {
    for (const name of ['r:id', 'r:embed', 'r:link']) element.removeAttribute(name)
  }
  const document = part.createElementNS(root.namespaceURI, 'w:document')
  const body = part.createElementNS(root.namespaceURI, 'w:body')
  childrenOf(root).forEach((child) => body.appendChild(child))
  document.appendChild(body)
  part.replaceChild(document, root)
  return part
}

/** The paths of the headers, or of the footers, that the sections of a document show, each once, in order. */
function marginsOf(docx: DocxPackage, document: Document, kind: 'header' | 'footer'): string[] {
  const pathById = new Map(docx.partsOf(kind).map(({ id, path }) => [id, path]))
  const paths = elementsNamed(document, `${kind}Reference`).flatMap((reference) => pathById.get(relationshipIdOf(reference) ?? '') ?? [])
  return [...new Set(paths)]
}

/** Text of the margins of pages as one block, so that it is told from the account itself. */
const marginBlock = (kind: 'Header' | 'Footer', text: string): string => `[${kind}] ${text.replaceAll(/\n{2,}/gu, '\n')}`

async function readDocx(bytes: Buffer): Promise<Pick<ParsedText, 'text' | 'notes'>> {
  const docx = await openDocxPackage(bytes)
  const readPart = async (type: string): Promise<DocxPart | null> => {
    const path = docx.pathOf(type)
    const part = path === null ? null : await docx.read(path)
    return path === null || part === null ? null : { path, part }
  }
  const main = await docx.read(docx.documentPath)
  if (main === null) throw new Error('The container has no document.')
  const [numbering, styles, comments] = [await readPart('numbering'), await readPart('styles'), await readPart('comments')]
  const readMargins = async (kind: 'header' | 'footer'): Promise<Document[]> => {
    const margins = await Promise.all(marginsOf(docx, main, kind).map((path) => docx.read(path)))
    return margins.filter((part) => part !== null)
  }
  const [headers, footers] = [await readMargins('header'), await readMargins('footer')]
  const written = [{ path: docx.documentPath, part: main }, await readPart('footnotes'), await readPart('endnotes')].filter(
    (one) => one !== null
  )
  const parts = [...written.map(({ part }) => part), ...headers, ...footers]

  parts.forEach(chooseAlternatives)
  const unread = describeUnread(parts, comments?.part ?? null)
  for (const part of parts) prepareDocxPart(part, numbering === null ? () => '' : createListLabels(numbering.part, styles?.part ?? null))

  const write = (part: Document): string => new XMLSerializer().serializeToString(part)
  const texts = new Map(written.map(({ path, part }) => [path, write(part)]))
  const body = await readText(await docx.rewrite(texts))
  const messages = [...body.messages]
  const readBlocks = async (kind: 'Header' | 'Footer', margins: Document[]): Promise<string[]> => {
    const blocks: string[] = []
    for (const margin of margins) {
      const reading = await readText(await docx.rewrite(new Map([[docx.documentPath, write(asDocument(margin))]])))
      messages.push(...reading.messages)
      if (reading.text.trim() !== '') blocks.push(marginBlock(kind, reading.text))
    }
    return [...new Set(blocks)]
  }
  const [above, below] = [await readBlocks('Header', headers), await readBlocks('Footer', footers)]
  return {
    text: [...above, body.text, ...below].filter((block) => block !== '').join('\n\n'),
    notes: [...unread, ...describeIgnored(messages, parts)]
  }
}

/**
 * The text of a DOCX as one page: what its pages have above and below (each once, marked), its body with the numbers of its lists,
 * its text boxes and its notes. What it holds beside that is told in `notes`. Pictures and outside files are never opened. Throws
 * report_too_large, report_password_protected, report_format_unsupported or report_unreadable.
 */
export async function parseDocx(bytes: Buffer, fileName: string): Promise<ParsedText> {
  try {
    await checkZip(bytes, fileName)
    const read = await readDocx(bytes)
    return onePage(read.text, fileName, read.notes)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw reportUnreadable(fileName, worded('problems', 'wordDamaged'), error)
  }
}
