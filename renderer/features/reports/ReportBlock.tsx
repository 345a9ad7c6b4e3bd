import { memo } from 'react'
import { classNames } from '../../ui/classNames'
import type { PassageMark } from './planAccounts'
import type { TextBlock, TextRange } from '#shared/domain/planBlocks'
import { planTextRuns } from './planTextRuns'
import { passageLook } from './passageLook'
import styles from './ReportBlock.module.css'

interface ReportBlockProps {
  text: string
  block: TextBlock
  /** Passages that lie in this block, wholly or in part. */
  marks: readonly PassageMark[]
  /** Words selected in this block and not yet linked. */
  pending: TextRange | null
  selectedPassageId: string | null
}

type Layer = TextRange & ({ mark: PassageMark } | { mark: null })

/** One paragraph as it was written, with its passages underlined. Every character keeps its place: offsets are read back from it. */
export const ReportBlock = memo(function ReportBlock({ text, block, marks, pending, selectedPassageId }: ReportBlockProps) {
  const layers: Layer[] = [
    ...marks.map((mark) => ({ start: mark.start, end: mark.end, mark })),
    ...(pending === null ? [] : [{ start: pending.start, end: pending.end, mark: null }])
  ]
  return (
    <p className={classNames(styles['block'], styles[block.gap])}>
      {planTextRuns(block, layers).map((run) => {
        // A break that the page's width made is shown as a space; it is one character either way.
        const words = text.slice(run.start, run.end).replaceAll(/[\n\r]/g, ' ')
        const covering = run.marks.flatMap(({ mark }) => (mark === null ? [] : [mark]))
        const isPending = run.marks.some(({ mark }) => mark === null)
        const pendingAttributes = isPending ? { 'data-pending': true } : {}
        const top = passageLook.order.flatMap((look) => covering.find((mark) => mark.look === look) ?? [])[0]
        if (top === undefined) {
          return (
            <span key={run.start} data-start={run.start} {...pendingAttributes} className={styles['run']}>
              {words}
            </span>
          )
        }
        const first = covering.filter((mark) => mark.start === run.start)
        const isSelected = covering.some((mark) => mark.passage.id === selectedPassageId)
        return (
          <mark
            key={run.start}
            data-start={run.start}
            data-look={top.look}
            data-tone={passageLook.tones[top.look]}
            data-passages={covering.map((mark) => mark.passage.id).join(' ')}
            {...pendingAttributes}
            {...(first.length > 0 ? { 'data-first-of': first.map((mark) => mark.passage.id).join(' '), tabIndex: 0, role: 'button' } : {})}
            {...(covering.some((mark) => mark.end === run.end) ? { 'data-ends': true } : {})}
            {...(isSelected ? { 'data-selected': true } : {})}
            title={passageLook.words[top.look]}
            className={styles['run']}
          >
            {words}
          </mark>
        )
      })}
    </p>
  )
})
