import { z } from 'zod'

// mammoth's document model has no types of its own, so each element is read through this schema as the walk reaches it.
const elementSchema = z.object({
  type: z.string(),
  value: z.string().optional(),
  breakType: z.string().optional(),
  checked: z.boolean().optional(),
  noteType: z.string().optional(),
  noteId: z.string().optional(),
  numbering: z.unknown().optional(),
  children: z.array(z.unknown()).optional(),
  body: z.array(z.unknown()).optional()
})
type Element = z.infer<typeof elementSchema>

const documentSchema = z.object({
  children: z.array(z.unknown()),
  notes: z.object({ _notes: z.record(z.string(), z.unknown()) })
})

type Block = { text: string; kind: 'paragraph' | 'list' | 'table' }

/** Rows are lines with a tab between cells; a row with a cell of several lines has its cells below each other instead. */
export function textOfRow(cells: string[]): string {
  const hasLines = cells.some((cell) => cell.includes('\n'))
  return hasLines ? cells.filter((cell) => cell !== '').join('\n') : cells.join('\t').trimEnd()
}

function joinBlocks(blocks: Block[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1]
      if (!before) return block.text
      return (block.kind === 'list' && before.kind === 'list' ? '\n' : '\n\n') + block.text
    })
    .join('')
}

/**
 * The text of a document as mammoth reads it (its `transformDocument` argument): paragraphs with a blank line between, list items
 * and table rows one a line, notes numbered where they stand and given at the end. Throws if the model is not mammoth's.
 */
export function docxText(document: unknown): string {
  const { children, notes } = documentSchema.parse(document)
  const noteKeys: string[] = []

  const inlineOf = (node: unknown): string => {
    const element = elementSchema.parse(node)
    switch (element.type) {
      case 'text':
        return element.value ?? ''
      case 'tab':
        return '\t'
      case 'break':
        return '\n'
      case 'checkbox':
        return element.checked ? '☒' : '☐'
      case 'noteReference':
        return `[${noteKeys.push(`${element.noteType ?? ''}-${element.noteId ?? ''}`)}]`
      default:
        return (element.children ?? []).map(inlineOf).join('')
    }
  }

  const rowsOf = (table: Element): string[] =>
    (table.children ?? [])
      .map((row) => elementSchema.parse(row))
      .map((row) => textOfRow((row.children ?? []).map((cell) => joinBlocks(blocksOf(elementSchema.parse(cell).children ?? [])))))
      .filter((row) => row.trim() !== '')

  const blockOf = (node: unknown): Block => {
    const element = elementSchema.parse(node)
    if (element.type === 'table') return { text: rowsOf(element).join('\n'), kind: 'table' }
    return { text: inlineOf(element).trimEnd(), kind: element.numbering ? 'list' : 'paragraph' }
  }

  const blocksOf = (nodes: unknown[]): Block[] => nodes.map(blockOf).filter((block) => block.text.trim() !== '')

  const blocks = blocksOf(children)
  // A note may refer to a further note, which the loop then reaches.
  for (let index = 0; index < noteKeys.length; index++) {
    const note = notes._notes[noteKeys[index] ?? '']
    const body = note === undefined ? [] : (elementSchema.parse(note).body ?? [])
    blocks.push({ text: `[${index + 1}] ${joinBlocks(blocksOf(body)).trim()}`, kind: 'paragraph' })
  }
  return joinBlocks(blocks)
}
