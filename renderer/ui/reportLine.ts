import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Report } from '#shared/model/report'
import { formatInstant } from '#shared/domain/time'

const say = messagesOf('ui')

/** A report in one line, e.g. `Use-of-force report · R. Weaver · 13 Oct 02:10`; with the year where it is not that of the incident. */
export function reportLine(
  report: Report,
  of: Pick<Case, 'startsAt' | 'timeZone'>,
  people: ReadonlyMap<string, Person>,
  codebook: Codebook
): string {
  const type = codebook.reportTypes.find(({ id }) => id === report.type)?.label ?? report.type
  const author = (report.authorId === null ? undefined : people.get(report.authorId)?.name) ?? report.authorName
  const [, , year] = formatInstant(of.startsAt, of.timeZone).split(' ')
  const written = report.writtenAt === null ? say('timeNotKnown') : formatInstant(report.writtenAt, of.timeZone).replace(` ${year} `, ' ')
  return [type, author === '' ? say('authorNotGiven') : author, written].join(' · ')
}
