import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { matrixSchema, multiply, type Matrix } from '#shared/domain/pdf/pdfMatrix'

const pictures: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintSolidColorImageMask
])
const drawings: ReadonlySet<number> = new Set([OPS.constructPath, OPS.shadingFill])
const identity: Matrix = [1, 0, 0, 1, 0, 0]

const firstOf = (given: unknown): unknown => (Array.isArray(given) ? given[0] : null)
const numbersOf = (given: unknown): unknown => (given instanceof Float32Array ? Array.from(given) : given)

/** What a page shows beside text: how much of it pictures cover (0 to 1), and whether it has pictures or lines at all. */
export interface PageDrawing {
  coverage: number
  isDrawn: boolean
}

/** Reads what a page draws. A picture that a page repeats or groups counts once, by the place of the whole. */
export async function readDrawing(page: PDFPageProxy): Promise<PageDrawing> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const [left, bottom, right, top] = page.view
  const pageArea = Math.abs(((right ?? 0) - (left ?? 0)) * ((top ?? 0) - (bottom ?? 0)))
  const saved: Matrix[] = []
  let current = identity
  let area = 0
  let isDrawn = false
  for (const [index, operator] of fnArray.entries()) {
    const given: unknown = argsArray[index]
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(current)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) current = saved.pop() ?? identity
    else if (operator === OPS.transform || operator === OPS.paintFormXObjectBegin) {
      const matrix = matrixSchema.safeParse(numbersOf(operator === OPS.transform ? given : firstOf(given)))
      if (matrix.success) current = multiply(current, matrix.data)
    } else if (pictures.has(operator)) {
      const [a, b, c, d] = current
      area += Math.abs(a * d - b * c)
      isDrawn = true
    } else if (drawings.has(operator)) isDrawn = true
  }
  return { coverage: pageArea > 0 ? Math.min(1, area / pageArea) : 0, isDrawn }
}
