import { useMemo } from 'react'
import type { Judgement } from '#shared/model/comparison'
import { useCommands, type Command } from '../../app/commands'
import { useReportViewStore } from '../../stores/reportViewStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { judgementLook } from '../../ui/judgementLook'

interface ReportCommandActions {
  link: (judgement: Judgement) => void
  markStatement: () => void
  enterDifference: () => void
  notMentioned: () => void
  takeSuggestion: () => void
  hasSuggestion: () => boolean
  finishComparing: () => void
  lookAtPassages: () => void
  focusReport: () => void
  /** Shows the report so many further on in the list. */
  showReportBy: (steps: 1 | -1) => void
  dropWords: () => void
}

const hasWords = () => useSelectionStore.getState().span !== null
const hasWordsAndTag = () => hasWords() && useSelectionStore.getState().tagId !== null

/** Offers what can be done with a report and the words selected in it. `actions` must be stable. */
export function useReportCommands(actions: ReportCommandActions): void {
  useCommands(
    useMemo((): Command[] => {
      const linking = (judgement: Judgement): Command => ({
        id: `reports.link-${judgement}`,
        label: `Link the selected words to the selected tag: ${judgementLook[judgement].label.toLowerCase()}`,
        group: 'Reports',
        keys: [judgementLook[judgement].key],
        isEnabled: hasWordsAndTag,
        run: () => actions.link(judgement)
      })
      return [
        linking('agrees'),
        linking('differs'),
        linking('contradicts'),
        {
          id: 'reports.mark-statement',
          label: 'Mark the selected words as a statement',
          group: 'Reports',
          keys: ['s'],
          isEnabled: hasWords,
          run: actions.markStatement
        },
        {
          id: 'reports.enter-difference',
          label: 'Enter a difference that rests on the selected words',
          group: 'Comparison',
          keys: ['Shift+D'],
          isEnabled: hasWords,
          run: actions.enterDifference
        },
        {
          id: 'reports.drop-words',
          label: 'Let go of the selected words',
          group: 'Reports',
          keys: ['Escape'],
          isEnabled: hasWords,
          run: actions.dropWords
        },
        {
          id: 'reports.not-mentioned',
          label: 'The selected tag is not mentioned in the report shown',
          group: 'Comparison',
          keys: ['Shift+N'],
          isEnabled: () => useSelectionStore.getState().tagId !== null,
          run: actions.notMentioned
        },
        {
          id: 'reports.take-suggestion',
          label: 'Take the next suggestion: a sentence for the selected tag, or a tag for the selected words',
          group: 'Comparison',
          keys: ['q'],
          isEnabled: actions.hasSuggestion,
          run: actions.takeSuggestion
        },
        {
          id: 'reports.finish-comparing',
          label: 'Finish comparing the report shown',
          group: 'Comparison',
          keys: ['Shift+F'],
          run: actions.finishComparing
        },
        {
          id: 'reports.look-at-passages',
          label: 'Look at the passages of the report shown, after it was replaced',
          group: 'Reports',
          keys: ['Shift+L'],
          run: actions.lookAtPassages
        },
        {
          id: 'reports.view',
          label: 'Show the report as pages / as text',
          group: 'Reports',
          keys: ['Shift+P'],
          run: () => {
            const { view, show } = useReportViewStore.getState()
            show(view === 'text' ? 'pages' : 'text')
          }
        },
        {
          id: 'reports.wide',
          label: 'Give the report most of the window, to read it / the usual layout',
          group: 'Reports',
          keys: ['Shift+W'],
          run: () => {
            const { isWide, setWide } = useReportViewStore.getState()
            setWide(!isWide)
          }
        },
        { id: 'reports.next', run: () => actions.showReportBy(1) },
        { id: 'reports.previous', run: () => actions.showReportBy(-1) },
        { id: 'reports.focus', label: 'Move to the text of the report', group: 'Reports', keys: ['Shift+R'], run: actions.focusReport }
      ]
    }, [actions])
  )
}
