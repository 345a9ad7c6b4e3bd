import { describeTag } from '#shared/domain/records'
import { tagTime } from '#shared/domain/tagWords'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { reportLine } from '../../ui/reportLine'
import { describeStatement } from '../../ui/statementWords'
import { dispositionLabel } from './dispositionWords'
import type { DeskItem } from './planDesk'

const say = messagesOf('comparison')

/** Puts each item of the list into words. */
export function useDescribe(of: Case, people: ReadonlyMap<string, Person>, codebook: Codebook) {
  const tags = useCaseStore((store) => store.tags)
  const clock = useCaseClock()
  const reports = useCaseStore((store) => store.reports)
  const statements = useCaseStore((store) => store.statements)
  return (item: DeskItem): { title: string; text: string; status: string } => {
    if (item.type === 'difference') {
      const { kind, summary, status, isReopened, sides } = item.difference
      const tag = sides.flatMap((side) => side.tagIds).flatMap((id) => tags.get(id) ?? [])[0]
      const when = tag === undefined ? '' : tagTime(tag, clock, of)
      const title = codebook.differenceKinds.find(({ id }) => id === kind)?.label ?? kind
      const missedBy =
        kind === 'not-in-report' ? sides.flatMap(({ reportId }) => (reportId === null ? [] : (reports.get(reportId) ?? [])))[0] : undefined
      // Several reports may leave out one moment: which moment and which report tells them apart.
      const text =
        tag === undefined || missedBy === undefined
          ? summary
          : `${describeTag(tag, codebook)} · ${reportLine(missedBy, of, people, codebook)}`
      return { title, text, status: isReopened ? say('reopened') : status === 'open' ? when : dispositionLabel(status) }
    }
    if (item.pair.kind === 'tag-in-report') {
      const tag = tags.get(item.pair.tagId)
      const report = reports.get(item.pair.reportId)
      const title = tag === undefined ? say('aTag') : `${describeTag(tag, codebook)} · ${tagTime(tag, clock, of)}`
      return { title, text: report === undefined ? '' : reportLine(report, of, people, codebook), status: '' }
    }
    const statement = statements.get(item.pair.statementId)
    const report = statement === undefined ? undefined : reports.get(statement.reportId)
    return {
      title: statement === undefined ? say('aStatement') : describeStatement(statement, of, people, codebook),
      text: report === undefined ? '' : reportLine(report, of, people, codebook),
      status: item.pair.waitsFor === undefined ? '' : 'Needs a look'
    }
  }
}
