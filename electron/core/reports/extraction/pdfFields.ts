import { z } from 'zod'
import type { PlacedText } from './pdfFragments'
import { toPoint, type Matrix } from './pdfMatrix'

// What pdf.js says of an annotation is untyped; only fields of forms and text typed onto the page are text of the report.
const annotationSchema = z.object({
  subtype: z.string(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  annotationFlags: z.number().default(0),
  fieldType: z.string().nullish(),
  fieldValue: z.union([z.string(), z.array(z.string())]).nullish(),
  buttonValue: z.string().nullish(),
  exportValue: z.string().nullish(),
  checkBox: z.boolean().nullish(),
  radioButton: z.boolean().nullish(),
  multiLine: z.boolean().nullish(),
  password: z.boolean().nullish(),
  contentsObj: z.object({ str: z.string() }).nullish()
})
type Annotation = z.infer<typeof annotationSchema>

const hiddenFlag = 2
const noViewFlag = 32

function textOf(annotation: Annotation): string {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str ?? ''
  if (annotation.subtype !== 'Widget' || annotation.password) return ''
  const value = annotation.fieldValue ?? ''
  if (annotation.checkBox || annotation.radioButton) {
    const ownValue = annotation.checkBox ? annotation.exportValue : annotation.buttonValue
    return value !== '' && value !== 'Off' && value === (ownValue ?? value) ? '☒' : '☐'
  }
  if (annotation.fieldType !== 'Tx' && annotation.fieldType !== 'Ch') return ''
  return Array.isArray(value) ? value.join(', ') : value
}

/**
 * What was filled into a form's fields and typed onto a page, placed where it stands: a ticked box reads ☒, an empty one ☐.
 * `toPage` turns points of the file into points of the page. Hidden fields are left out.
 */
export function placeFields(annotations: unknown[], toPage: Matrix): PlacedText[] {
  return annotations.flatMap((candidate) => {
    const parsed = annotationSchema.safeParse(candidate)
    if (!parsed.success || parsed.data.annotationFlags & (hiddenFlag | noViewFlag)) return []
    const text = textOf(parsed.data)
    if (text.trim() === '') return []
    const [fileX1, fileY1, fileX2, fileY2] = parsed.data.rect
    const [x1, y1] = toPoint(toPage, fileX1, fileY1)
    const [x2, y2] = toPoint(toPage, fileX2, fileY2)
    const [left, top, width, height] = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)]
    const lines = text.split(/\r\n|\r|\n/u)
    const leading = Math.min(height / lines.length, 14)
    // A field of one line has it in the middle of its box, one of several begins at the top.
    const firstBaseline = lines.length === 1 && !parsed.data.multiLine ? top + height / 2 + 0.35 * leading : top + 0.8 * leading
    return lines.map((line, index) => ({
      text: line,
      x: left,
      y: firstBaseline + index * leading,
      width: Math.min(width, 0.5 * leading * line.length),
      size: 0.8 * leading,
      angle: 0,
      isRightToLeft: false,
      endsLine: true
    }))
  })
}
