import type { CaseClock } from '../caseClock'
import type { MatrixAccount, MatrixEvent } from './matrixRow'
import type { ComparedState, MatrixCell } from './planCell'
import { describePerson, describeTag } from '../records'
import { statementKindLabels } from '../statementKindLabels'
import { formatWallClock } from '../time'
import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import { capacityWords } from '../capacityWords'
import { tagPeople, tagTime } from '../tagWords'

/** What names are taken from. */
export interface WordSources {
  of: Case
  people: ReadonlyMap<string, Person>
  codebook: Codebook
  clock: CaseClock
}

/** An event in words: what, when, and who or the words that tell of it. */
export interface EventWords {
  title: string
  /** Time of day, or of the footage; empty where only its place in a report is known. */
  time: string
  detail: string
}

/** What a row says of its event. */
export function eventWords(event: MatrixEvent, { of, people, codebook, clock }: WordSources): EventWords {
  if (event.type === 'moment') {
    const [tag] = event.tags
    // Cameras may be tagged with different counts or areas of the same.
    const title = [...new Set(event.tags.map((one) => describeTag(one, codebook)))].join(' / ')
    return { title, time: tagTime(tag, clock, of), detail: tagPeople(tag.details, people) || tag.note }
  }
  const { statement, passage } = event
  return {
    title: `${statementKindLabels[statement.kind]} ${statement.isNegated ? 'denied' : 'stated'}`,
    time: statement.statedAt === null ? '' : formatWallClock(statement.statedAt, of.timeZone, { withFraction: false }).slice(0, 5),
    detail: quote(passage.anchor.exact)
  }
}

/** An account's two lines: whose it is, and what it is. */
export function accountWords(account: MatrixAccount, { people, codebook }: WordSources): { name: string; detail: string } {
  if (account.type === 'footage') return { name: 'Footage', detail: 'all cameras, on the case clock' }
  const { report } = account
  const type = codebook.reportTypes.find(({ id }) => id === report.type)?.label ?? report.type
  const author = (report.authorId === null ? undefined : people.get(report.authorId)?.name) ?? report.authorName
  return { name: author === '' ? 'Author not given' : author, detail: `${type} · ${capacityWords[report.capacity]}` }
}

/** The name of an account in one line, e.g. `Incident report by Ofc. R. Weaver (#418)`. */
export function accountName(account: MatrixAccount, { people, codebook }: WordSources): string {
  if (account.type === 'footage') return 'Footage'
  const { type, authorId, authorName } = account.report
  const author = authorId === null ? undefined : people.get(authorId)
  const name = author === undefined ? authorName : describePerson(author)
  const label = codebook.reportTypes.find(({ id }) => id === type)?.label ?? type
  return name === '' ? `${label}, author not given` : `${label} by ${name}`
}

/** The name of a row in one line, e.g. `Strike · head ×3 21:17:42`. */
export function eventName({ title, time, detail }: EventWords): string {
  return time === '' ? `${title} ${detail}` : `${title} ${time}`
}

/** Words of a report between quotation marks, on one line. */
export function quote(exact: string): string {
  return `“${exact.replace(/\s+/g, ' ').trim()}”`
}

/** What each state of all accounts together is called. */
export const stateWords: { readonly [State in ComparedState]: string } = {
  differs: 'Differs',
  silent: 'Not mentioned',
  'cannot-check': 'Cannot be checked',
  'not-compared': 'Not compared',
  agrees: 'Agrees'
}

/** The word of one cell. */
export function cellWord({ state, judgement }: Pick<MatrixCell, 'state' | 'judgement'>, account: MatrixAccount): string {
  const isFootage = account.type === 'footage'
  switch (state) {
    case 'told':
      return isFootage ? 'Shown' : 'Stated'
    case 'no-basis':
      return 'No shared moment'
    case 'silent':
      return isFootage ? 'No moment tagged' : stateWords.silent
    case 'differs':
      return judgement === 'contradicts' ? 'Contradicts' : stateWords.differs
    default:
      return stateWords[state]
  }
}
