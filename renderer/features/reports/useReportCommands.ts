import { useMemo } from 'react'
import type { Judgement } from '#shared/model/comparison'
import { useCommands, type Command } from '../../app/commands'
import { useReportViewStore } from '../../stores/reportViewStore'
import { useSelectionStore } from '../../stores/selectionStore'

interface ReportCommandActions {
  link: (judgement: Judgement) => void
  markStatement: () => void
  enterDifference: () => void
  notMentioned: () => void
  takeSuggestion: () => void
  finishComparing: () => void
  lookAtPassages: () => void
  focusReport: () => void
  /** Shows the report so many further on in the list. */
  showReportBy: (steps: 1 | -1) => void
  dropWords: () => void
}

const hasWords = () => useSelectionStore.getState().span !== null
const hasWordsOrTag = () => hasWords() || useSelectionStore.getState().tagId !== null
const hasWordsAndTag = () => hasWords() && useSelectionStore.getState().tagId !== null

/** Offers what can be done with a report and the words selected in it. `actions` must be stable. */
export function useReportCommands(actions: ReportCommandActions): void {
  useCommands(
    useMemo((): Command[] => {
      const linking = (judgement: Judgement): Command => ({
        id: `reports.link-${judgement}`,
        isEnabled: hasWordsAndTag,
        run: () => actions.link(judgement)
      })
      return [
        linking('agrees'),
        linking('differs'),
        linking('contradicts'),
        { id: 'reports.mark-statement', isEnabled: hasWords, run: actions.markStatement },
        { id: 'reports.enter-difference', isEnabled: hasWords, run: actions.enterDifference },
        { id: 'reports.drop-words', isEnabled: hasWords, run: actions.dropWords },
        { id: 'reports.not-mentioned', isEnabled: () => useSelectionStore.getState().tagId !== null, run: actions.notMentioned },
        { id: 'reports.take-suggestion', isEnabled: hasWordsOrTag, run: actions.takeSuggestion },
        { id: 'reports.finish-comparing', run: actions.finishComparing },
        { id: 'reports.look-at-passages', run: actions.lookAtPassages },
        {
          id: 'reports.view',
          run: () => {
            const { view, show } = useReportViewStore.getState()
            show(view === 'text' ? 'pages' : 'text')
          }
        },
        {
          id: 'reports.wide',
          run: () => {
            const { isWide, setWide } = useReportViewStore.getState()
            setWide(!isWide)
          }
        },
        { id: 'reports.next', run: () => actions.showReportBy(1) },
        { id: 'reports.previous', run: () => actions.showReportBy(-1) },
        { id: 'reports.focus', run: actions.focusReport }
      ]
    }, [actions])
  )
}
