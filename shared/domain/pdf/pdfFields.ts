import { z } from 'zod'
import type { FormField } from '../../model/report'
import { markField, withoutMarks } from './formMarks'
import type { PlacedText } from './pdfFragments'
import { toPoint, type Matrix } from './pdfMatrix'

// What pdf.js says of an annotation is untyped; only fields of forms and text typed onto the page are text of the report.
const annotationSchema = z.object({
  subtype: z.string(),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  annotationFlags: z.number().default(0),
  fieldName: z.string().nullish(),
  alternativeText: z.string().nullish(),
  fieldType: z.string().nullish(),
  options: z.array(z.object({ exportValue: z.string().nullish(), displayValue: z.string().nullish() })).nullish(),
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

/** A line of what was filled in or typed onto the page, with the whole place that it has there, in points of the page from its top left. */
export interface FilledText extends PlacedText {
  area: { left: number; top: number; width: number; height: number }
}

/** What a field has of the form it stands in, before it is known where in the text it is. */
export type PlacedField = Omit<FormField, 'start' | 'end'>

const isBox = (annotation: Annotation): boolean =>
  annotation.subtype === 'Widget' && (annotation.checkBox === true || annotation.radioButton === true)

function isTicked(annotation: Annotation): boolean {
  const value = annotation.fieldValue ?? ''
  const ownValue = annotation.checkBox ? annotation.exportValue : annotation.buttonValue
  return value !== '' && value !== 'Off' && value === (ownValue ?? value)
}

function textOf(annotation: Annotation): string {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str ?? ''
  if (annotation.subtype !== 'Widget' || annotation.password) return ''
  if (isBox(annotation)) return isTicked(annotation) ? '☒' : '☐'
  if (annotation.fieldType !== 'Tx' && annotation.fieldType !== 'Ch') return ''
  const value = annotation.fieldValue ?? ''
  // A list shows the words of a choice, which the file may store under another name.
  const shown = (one: string): string => annotation.options?.find((option) => option.exportValue === one)?.displayValue ?? one
  return (Array.isArray(value) ? value : [value]).map(shown).join(', ')
}

function fieldOf(annotation: Annotation, text: string): PlacedField | null {
  if (annotation.subtype !== 'Widget') return null
  const own = (annotation.checkBox ? annotation.exportValue : annotation.buttonValue) ?? ''
  return {
    name: withoutMarks(annotation.fieldName ?? ''),
    label: withoutMarks(annotation.alternativeText ?? '').trim() || null,
    value: isBox(annotation) ? own : text.trim(),
    isTicked: isBox(annotation) ? isTicked(annotation) : null
  }
}

/**
 * What was filled into a form's fields and typed onto a page, placed where it stands: a ticked box reads ☒, an empty one ☐.
 * `toPage` turns points of the file into points of the page. Hidden fields are left out. The words of the fields are marked by their
 * index in `fields`, counted from `firstIndex`.
 */
export function placeFields(annotations: unknown[], toPage: Matrix, firstIndex: number): { pieces: FilledText[]; fields: PlacedField[] } {
  const fields: PlacedField[] = []
  const pieces = annotations.flatMap((candidate) => {
    const parsed = annotationSchema.safeParse(candidate)
    if (!parsed.success || parsed.data.annotationFlags & (hiddenFlag | noViewFlag)) return []
    const text = withoutMarks(textOf(parsed.data))
    if (text.trim() === '') return []
    const field = fieldOf(parsed.data, text)
    const index = firstIndex + fields.length
    if (field !== null) fields.push(field)
    const [fileX1, fileY1, fileX2, fileY2] = parsed.data.rect
    const [x1, y1] = toPoint(toPage, fileX1, fileY1)
    const [x2, y2] = toPoint(toPage, fileX2, fileY2)
    const [left, top, width, height] = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)]
    const lines = text.split(/\r\n|\r|\n/u)
    const leading = Math.min(height / lines.length, 14)
    // A field of one line has it in the middle of its box, one of several begins at the top.
    const firstBaseline = lines.length === 1 && !parsed.data.multiLine ? top + height / 2 + 0.35 * leading : top + 0.8 * leading
    return lines.map((line, row) => ({
      text: field === null || line.trim() === '' ? line : markField(line, index),
      x: left,
      y: firstBaseline + row * leading,
      width: Math.min(width, 0.5 * leading * line.length),
      size: 0.8 * leading,
      angle: 0,
      isRightToLeft: false,
      endsLine: true,
      area: { left, top, width, height }
    }))
  })
  return { pieces, fields }
}
