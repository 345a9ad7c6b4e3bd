import { messagesOf } from '#shared/messages/messagesOf'
import type { Report } from '#shared/model/report'
import { useKeyHint } from '../../app/commands'
import { useReportViewStore } from '../../stores/reportViewStore'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Tooltip } from '../../ui/Tooltip'
import styles from './TwoAccounts.module.css'

const say = messagesOf('reports')

/** Whether a report's file has pages that can be shown. */
export const hasPages = (report: Report) => report.format === 'pdf'

/** Chooses between a report's text and its pages. */
export function ReportViewSwitch({ report }: { report: Report }) {
  const { view, show } = useReportViewStore()
  const canShowPages = hasPages(report)
  return (
    <Tooltip
      content={canShowPages ? say('viewHint') : say('noPages', { format: report.format.toUpperCase() })}
      {...useKeyHint('reports.view')}
    >
      <div className={styles['viewSwitch']}>
        <SegmentedControl
          label={say('showReportAs')}
          size="small"
          value={canShowPages ? view : 'text'}
          onValueChange={show}
          options={[
            { value: 'text', label: say('viewText') },
            { value: 'pages', label: say('viewPages'), disabled: !canShowPages }
          ]}
        />
      </div>
    </Tooltip>
  )
}
