import type { CaseId } from '#shared/model/ids'
import { useCaseStore } from '../../stores/caseStore'
import { openMoment, openPassage, openPerson, openReport } from '../../stores/openEvidence'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import type { Opening } from './planActivity'

/** Shows what an entry changed, in its own place. */
export function openEntry(caseId: CaseId, opening: Opening): void {
  const { tags, passages, reports, people } = useCaseStore.getState()
  const { go } = useSessionStore.getState()
  switch (opening.to) {
    case 'tag': {
      const tag = tags.get(opening.id)
      if (tag !== undefined) openMoment(caseId, tag)
      return
    }
    case 'passage': {
      const passage = passages.get(opening.id)
      if (passage !== undefined) openPassage(caseId, passage)
      return
    }
    case 'report': {
      const report = reports.get(opening.id)
      if (report !== undefined) openReport(caseId, report)
      return
    }
    case 'person': {
      const person = people.get(opening.id)
      if (person !== undefined) openPerson(caseId, person)
      return
    }
    case 'files':
      go({ screen: 'case', caseId, view: 'setup' })
      return
    case 'difference':
      useSelectionStore.getState().select({ differenceKey: opening.key })
      go({ screen: 'case', caseId, view: 'differences' })
  }
}
