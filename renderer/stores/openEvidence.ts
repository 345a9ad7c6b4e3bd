import type { Person } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import type { Passage, Report } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { usePeopleViewStore } from './peopleViewStore'
import { useSelectionStore } from './selectionStore'
import { useSessionStore } from './sessionStore'
import { showTag } from './showTag'

/** Opens the workbench at the moment of a tag. */
export function openMoment(caseId: CaseId, tag: Tag): void {
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'workbench' })
  showTag(tag)
}

/** Opens the workbench at a passage of a report. */
export function openPassage(caseId: CaseId, passage: Pick<Passage, 'id' | 'reportId'>): void {
  useSelectionStore.getState().select({ reportId: passage.reportId, passageId: passage.id, linkId: null, span: null })
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'workbench' })
}

/** Opens the workbench with a report shown from its beginning. */
export function openReport(caseId: CaseId, report: Pick<Report, 'id'>): void {
  useSelectionStore.getState().select({ reportId: report.id, passageId: null, linkId: null, span: null })
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'workbench' })
}

/** Shows what is recorded of a person. */
export function openPerson(caseId: CaseId, { id }: Pick<Person, 'id'>): void {
  usePeopleViewStore.getState().show(id)
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'people' })
}
