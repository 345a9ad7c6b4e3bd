import { DifferenceDesk } from '../features/comparison/DifferenceDesk'
import { PassageDrawing, type PassageDrawingProps } from '../features/comparison/passageDrawing'
import { PassagePages } from '../features/reports/pages/PassagePages'

const drawPages = (props: PassageDrawingProps) => <PassagePages {...props} />

/** The difference desk, with the pages of the reports. */
export function DifferencesScreen() {
  return (
    <PassageDrawing value={drawPages}>
      <DifferenceDesk />
    </PassageDrawing>
  )
}
