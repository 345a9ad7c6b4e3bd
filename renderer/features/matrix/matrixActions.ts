import { footageAt } from '#shared/domain/coverage'
import type { MatrixAccount, MatrixRow } from '#shared/domain/matrix/matrixRow'
import type { MatrixCell } from '#shared/domain/matrix/planCell'
import { isActive } from '#shared/domain/records'
import type { AbsenceSubject } from '#shared/model/comparison'
import type { Footage } from '#shared/model/footage'
import type { CaseId } from '#shared/model/ids'
import type { Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { caseClockOf } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { showMoment, showTag } from '../../stores/showTag'

/** One cell with its row and column. */
export interface CellOf {
  row: MatrixRow
  account: MatrixAccount
  cell: MatrixCell
}

/**
 * Opens the workbench at the moment and at the passage of a cell, as far as it has either. A statement that states a time opens the
 * footage at it where any was recording then; without one, the playhead stays.
 */
export function openCell(caseId: CaseId, { row: { event }, account, cell }: CellOf): void {
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'workbench' })
  const { select, reportId } = useSelectionStore.getState()
  const [link] = cell.links
  const statement = event.type === 'statement' ? event.statement : null
  const accountReportId = account.type === 'report' ? account.report.id : reportId
  select({
    reportId: statement?.reportId ?? accountReportId,
    passageId: statement?.passageId ?? link?.passageId ?? null,
    linkId: link?.id ?? null,
    span: null
  })
  if (event.type === 'moment') showTag(tagOf(event.tags, link?.tagId))
  else showStatedTime(event.statement)
}

/** The camera shown large goes before that of the report's author, and that before the others. */
function showStatedTime({ statedAt, reportId }: Statement): void {
  if (statedAt === null) return
  const { footage, reports } = useCaseStore.getState()
  const shownId = useSelectionStore.getState().footageId
  const authorId = reports.get(reportId)?.authorId ?? null
  const rankOf = ({ id, wearerId }: Footage) => (id === shownId ? 0 : authorId !== null && wearerId === authorId ? 1 : 2)
  const standing = [...footage.values()].filter(isActive).sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
  const [found] = footageAt(caseClockOf(footage), standing, statedAt)
  if (found !== undefined) showMoment(found.one.id, found.timeUs)
}

/** Opens the workbench at a tag. */
export function openTag(caseId: CaseId, tag: Tag): void {
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'workbench' })
  showTag(tag)
}

/** Opens the desk at a difference of a cell. */
export function openDifference(caseId: CaseId, key: string): void {
  useSelectionStore.getState().select({ differenceKey: key })
  useSessionStore.getState().go({ screen: 'case', caseId, view: 'differences' })
}

/** What is recorded where a reviewer says that a cell's account tells nothing of the event; empty where that cannot be said. */
export function absencesOf({ row: { event }, account, cell }: CellOf): AbsenceSubject[] {
  if (cell.links.length > 0 || cell.absences.length > 0 || cell.state === 'told' || cell.state === 'no-basis') return []
  if (event.type === 'moment') {
    return account.type === 'report'
      ? event.tags.map(({ id }) => ({ kind: 'tag-in-report' as const, tagId: id, reportId: account.report.id }))
      : []
  }
  return account.type === 'footage' ? [{ kind: 'statement-on-footage', statementId: event.statement.id }] : []
}

function tagOf(tags: readonly [Tag, ...Tag[]], tagId: string | undefined): Tag {
  return tags.find(({ id }) => id === tagId) ?? tags[0]
}
