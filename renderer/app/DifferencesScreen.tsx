import { DifferenceDesk } from '../features/comparison/DifferenceDesk'
import { PassageDrawing, type PassageDrawingProps } from '../features/comparison/passageDrawing'
import { PdfShelfRoom } from '../features/reports/pages/PdfShelfRoom'
import { PassagePages } from '../features/reports/pages/PassagePages'

const drawPages = (props: PassageDrawingProps) => <PassagePages {...props} />

/** The difference desk, with the pages of the reports, whose files stay open from one difference to the next. */
export function DifferencesScreen() {
  return (
    <PdfShelfRoom>
      <PassageDrawing value={drawPages}>
        <DifferenceDesk />
      </PassageDrawing>
    </PdfShelfRoom>
  )
}
