import type { Report } from '#shared/model/report'
import { useReportViewStore } from '../../stores/reportViewStore'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Tooltip } from '../../ui/Tooltip'
import styles from './TwoAccounts.module.css'

/** Whether a report's file has pages that can be shown. */
export const hasPages = (report: Report) => report.format === 'pdf'

/** Chooses between a report's text and its pages. */
export function ReportViewSwitch({ report }: { report: Report }) {
  const { view, show } = useReportViewStore()
  const canShowPages = hasPages(report)
  return (
    <Tooltip
      content={
        canShowPages
          ? 'Show the words that were read from the file, or its pages as they look'
          : `Only a PDF has fixed pages; where they break in a ${report.format.toUpperCase()} depends on the program that opens it.`
      }
      keyHint="Shift+P"
    >
      <div className={styles['viewSwitch']}>
        <SegmentedControl
          label="Show the report as"
          size="small"
          value={canShowPages ? view : 'text'}
          onValueChange={show}
          options={[
            { value: 'text', label: 'Text' },
            { value: 'pages', label: 'Pages', disabled: !canShowPages }
          ]}
        />
      </div>
    </Tooltip>
  )
}
