import { convert, type DomNode, type FormatCallback, type HtmlToTextOptions, type SelectorDefinition } from 'html-to-text'
import { z } from 'zod'
import { textOfRow } from './docxText'
import { englishOf } from '#shared/messages/messagesOf'

const note = englishOf('readings')

const attributesSchema = z.record(z.string(), z.string()).catch({})
const attributesOf = (element: DomNode): Record<string, string> => attributesSchema.parse(element.attribs)
const isElement = (node: DomNode, ...names: string[]): boolean => names.includes(node.name ?? '')

const formatTable: FormatCallback = (table, walk, builder) => {
  const readRow = (row: DomNode): void => {
    builder.openTableRow()
    for (const cell of row.children.filter((node) => isElement(node, 'td', 'th'))) {
      builder.openTableCell()
      walk(cell.children, builder)
      builder.closeTableCell()
    }
    builder.closeTableRow()
  }
  const readRows = (parent: DomNode): void => {
    for (const child of parent.children) {
      if (isElement(child, 'tr')) readRow(child)
      else if (isElement(child, 'thead', 'tbody', 'tfoot')) readRows(child)
    }
  }
  builder.openTable()
  readRows(table)
  builder.closeTable({
    tableToString: (rows) =>
      rows
        .map((row) => textOfRow(row.map((cell) => cell.text.trim())))
        .filter((row) => row.trim() !== '')
        .join('\n'),
    leadingLineBreaks: 2,
    trailingLineBreaks: 2
  })
}

const formatInput: FormatCallback = (input, _, builder) => {
  const { type = 'text', value = '', checked } = attributesOf(input)
  if (type === 'checkbox' || type === 'radio') builder.addInline(checked === undefined ? '☐ ' : '☒ ')
  else if (!/^(?:hidden|password|file|image|button|submit|reset)$/u.test(type)) builder.addInline(value)
}

const formatSelect: FormatCallback = (select, walk, builder) => {
  const options = select.children
    .flatMap((node) => (isElement(node, 'optgroup') ? node.children : [node]))
    .filter((node) => isElement(node, 'option'))
  const chosen = options.filter((option) => attributesOf(option)['selected'] !== undefined)
  walk(
    (chosen.length > 0 ? chosen : options.slice(0, 1)).flatMap((option) => option.children),
    builder
  )
}

const skipped = (...selectors: string[]): SelectorDefinition[] => selectors.map((selector) => ({ selector, format: 'skip' }))
const hidden = [
  '[hidden]',
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[style*="visibility:hidden"]',
  '[style*="visibility: hidden"]'
]

const options: HtmlToTextOptions = {
  wordwrap: false,
  baseElements: { selectors: ['body'], returnDomByDefault: true },
  // The library cuts what is longer; `parseHtml` refuses it instead.
  limits: {},
  formatters: { rows: formatTable, field: formatInput, choice: formatSelect },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'ul', options: { itemPrefix: '• ', leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'table', format: 'rows' },
    { selector: 'input', format: 'field' },
    { selector: 'select', format: 'choice' },
    ...skipped(
      'title',
      'head',
      'script',
      'style',
      'noscript',
      'template',
      'iframe',
      'object',
      'embed',
      'img',
      'svg',
      'canvas',
      'audio',
      'video'
    ),
    ...skipped(...hidden)
  ]
}

export interface HtmlReading {
  text: string
  notes: string[]
}

/**
 * The words that a page shows, in the order of the page: rows of tables as lines with tabs, lists with their marks, boxes as ☒ or ☐.
 * Links and pictures are never followed and scripts never run. Throws a RangeError on elements nested too deep.
 */
export function htmlText(html: string): HtmlReading {
  const text = convert(html, options).replaceAll(/[\t ]+$/gmu, '')
  const notes: string[] = []
  if (/<(?:img|svg|canvas|video|object|embed|iframe)[\s>/]/iu.test(html)) {
    notes.push(note('notOpened'))
  }
  if (/<[^<>]+(?:\shidden[\s>=]|style\s*=\s*["'][^"'>]*(?:display\s*:\s*none|visibility\s*:\s*hidden))/iu.test(html)) {
    notes.push(note('hidden'))
  }
  return { text, notes }
}
