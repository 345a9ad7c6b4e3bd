import type { TextRange } from '#shared/domain/planBlocks'
import { passageLook } from '../passageLook'
import type { PassageMark } from '../planAccounts'
import type { PageContents } from './DrawnPage'
import type { Box } from './joinBoxes'
import styles from './PageMarks.module.css'

interface Placed<Mark extends TextRange> {
  mark: Mark
  /** None where its words were not found on the page. */
  boxes: readonly Box[]
}

export interface PageMarksProps {
  marks: readonly Placed<PassageMark>[]
  pending: readonly Placed<TextRange>[]
  selectedPassageId: string | null
}

const percent = (share: number) => `${share * 100}%`
const placeOf = ({ left, top, width, height }: Box) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height)
})

/** What every sign of a passage carries, wherever it stands. */
export const attributesOf = ({ passage, look }: PassageMark, selectedPassageId: string | null) => ({
  'data-passages': passage.id,
  'data-look': look,
  'data-tone': passageLook.tones[look],
  ...(passage.id === selectedPassageId ? { 'data-selected': true } : {})
})

export const nameOf = ({ passage, look }: PassageMark) => `${passageLook.words[look]}: “${passage.anchor.exact.replaceAll(/\s+/g, ' ')}”`

/** Passages of the page, underlined where their words are drawn; the gravest lie on top. */
export function PageMarks({ marks, pending, selectedPassageId }: PageMarksProps) {
  const gravity = (look: PassageMark['look']) => passageLook.order.indexOf(look)
  const ordered = [...marks].sort((a, b) => gravity(b.mark.look) - gravity(a.mark.look))
  return (
    <div className={styles['marks']}>
      {ordered.flatMap(({ mark, boxes }) =>
        boxes.map((box, index) => (
          <div
            key={`${mark.passage.id} ${index}`}
            {...attributesOf(mark, selectedPassageId)}
            {...(index === 0
              ? { 'data-first-of': mark.passage.id, role: 'button', tabIndex: 0, 'aria-label': nameOf(mark) }
              : { 'aria-hidden': true })}
            {...(index === boxes.length - 1 ? { 'data-ends': true } : {})}
            className={styles['mark']}
            style={placeOf(box)}
          />
        ))
      )}
      {pending.flatMap(({ boxes }) =>
        boxes.map((box, index) => <div key={index} data-pending aria-hidden className={styles['pending']} style={placeOf(box)} />)
      )}
    </div>
  )
}

/** Where passages of a page that is not drawn yet are about, so that they can be scrolled to; nothing of it is seen. */
export function AwaitedMarks({ marks, pending, range }: Pick<PageContents, 'marks' | 'pending' | 'range'>) {
  const length = Math.max(1, range.end - range.start)
  const topOf = (start: number) => ({ top: percent(Math.min(1, Math.max(0, (start - range.start) / length))) })
  return (
    <div aria-hidden className={styles['awaited']}>
      {marks.map(({ passage, start }) => (
        <i key={passage.id} data-awaited data-passages={passage.id} data-first-of={passage.id} style={topOf(start)} />
      ))}
      {pending.map(({ start }) => (
        <i key={start} data-awaited data-pending style={topOf(start)} />
      ))}
    </div>
  )
}
