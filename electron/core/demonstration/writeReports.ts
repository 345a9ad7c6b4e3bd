import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IRunOptions } from 'docx'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pdfmake from 'pdfmake'
import { fictionNotice, reports } from './demonstrationScript'
import type { ReportKey } from './keyed'
import { novakReport, parkReport, riveraReport } from './reportTexts'

/** Writes the three reports into a folder: one PDF, one DOCX, one plain text. Throws what the file system throws. */
export async function writeReports(folder: string): Promise<void> {
  const contents: Record<ReportKey, string | Uint8Array> = {
    'report:rivera': await makeRiveraPdf(),
    'report:novak': await makeNovakDocx(),
    'report:park': parkReport
  }
  for (const report of reports) await writeFile(join(folder, report.fileName), contents[report.key])
}

async function makeRiveraPdf(): Promise<Uint8Array> {
  // pdfmake keeps its settings for the whole process, so each document sets its own: fonts that every PDF reader has, and no file or address read.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((name) => name.startsWith('Times-'))
  pdfmake.setFonts({ Times: { normal: 'Times-Roman', bold: 'Times-Bold' } })
  return pdfmake
    .createPdf({
      pageSize: 'LETTER',
      pageMargins: [72, 64, 72, 64],
      info: {
        title: `${riveraReport.title} (${fictionNotice})`,
        author: 'Officer A. Rivera',
        creationDate: new Date('2024-10-13T02:05:00.000Z')
      },
      defaultStyle: { font: 'Times', fontSize: 11, lineHeight: 1.25 },
      styles: { label: { bold: true } },
      footer: { text: fictionNotice, alignment: 'center', fontSize: 9, color: '#555555' },
      content: [
        { text: fictionNotice, fontSize: 9, color: '#555555', alignment: 'right' },
        { text: riveraReport.title, fontSize: 18, bold: true, margin: [0, 4, 0, 10] },
        {
          table: { widths: [130, '*'], body: riveraReport.boxes.map(([name, value]) => [{ text: name, style: 'label' }, value]) },
          layout: 'lightHorizontalLines'
        },
        { text: 'Narrative', fontSize: 13, bold: true, margin: [0, 16, 0, 4] },
        ...riveraReport.narrative.map((text) => ({ text, marginBottom: 8 })),
        { text: 'Officer A. Rivera #2114', marginTop: 12 }
      ]
    })
    .getBuffer()
}

/** Widths of the two columns of the table, in twentieths of a point; together the width of the text on a letter page. */
const columnTwips = [2600, 6760] as const
const cellMarginTwips = { top: 60, bottom: 60, left: 100, right: 100 }

function makeNovakDocx(): Promise<Uint8Array> {
  const cell = (width: number, run: IRunOptions) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: cellMarginTwips,
      children: [new Paragraph({ children: [new TextRun(run)] })]
    })
  const document = new Document({
    title: `${novakReport.title} (${fictionNotice})`,
    creator: 'Officer B. Novak',
    styles: { default: { document: { run: { font: 'Times New Roman', size: '11pt' } } } },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } },
        children: [
          new Paragraph({ children: [new TextRun({ text: fictionNotice, color: '555555' })] }),
          new Paragraph({ text: novakReport.title, heading: HeadingLevel.HEADING_1, spacing: { before: 120, after: 200 } }),
          new Table({
            columnWidths: columnTwips,
            rows: novakReport.boxes.map(
              ([name, value]) =>
                new TableRow({ children: [cell(columnTwips[0], { text: name, bold: true }), cell(columnTwips[1], { text: value })] })
            )
          }),
          ...novakReport.narrative.map((text) => new Paragraph({ text, spacing: { before: 200 } }))
        ]
      }
    ]
  })
  return Packer.toBuffer(document)
}
