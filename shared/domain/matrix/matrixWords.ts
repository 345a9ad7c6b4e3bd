import { messagesOf } from '../../messages/messagesOf'
import type { CaseClock } from '../caseClock'
import type { MatrixAccount, MatrixEvent } from './matrixRow'
import type { ComparedState, MatrixCell } from './planCell'
import { describePerson, describeTag, sayReport } from '../records'
import { statementKindLabels } from '../statementKindLabels'
import { formatWallClock } from '../time'
import type { Case, Person } from '../../model/case'
import type { Codebook } from '../../model/codebookSchema'
import { capacityWords } from '../capacityWords'
import { tagPeople, tagTime } from '../tagWords'

const say = messagesOf('matrix')

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
    title: say(statement.isNegated ? 'eventDenied' : 'eventStated', { kind: statementKindLabels[statement.kind] }),
    time: statement.statedAt === null ? '' : formatWallClock(statement.statedAt, of.timeZone, { withFraction: false }).slice(0, 5),
    detail: quote(passage.anchor.exact)
  }
}

/** An account's two lines: whose it is, and what it is. */
export function accountWords(account: MatrixAccount, { people, codebook }: WordSources): { name: string; detail: string } {
  if (account.type === 'footage') return { name: say('footage'), detail: say('allCameras') }
  const { report } = account
  const type = codebook.reportTypes.find(({ id }) => id === report.type)?.label ?? report.type
  const author = (report.authorId === null ? undefined : people.get(report.authorId)?.name) ?? report.authorName
  return { name: author === '' ? say('authorNotGiven') : author, detail: `${type} · ${capacityWords[report.capacity]}` }
}

/** The name of an account in one line, e.g. `Incident report by Ofc. R. Weaver (#418)`. */
export function accountName(account: MatrixAccount, { people, codebook }: WordSources): string {
  if (account.type === 'footage') return say('footage')
  const { type, authorId, authorName } = account.report
  const author = authorId === null ? undefined : people.get(authorId)
  const label = codebook.reportTypes.find(({ id }) => id === type)?.label ?? type
  return sayReport(label, author === undefined ? authorName : describePerson(author))
}

/** The name of a row in one line, e.g. `Strike · head ×3 21:17:42`. */
export function eventName({ title, time, detail }: EventWords): string {
  return time === '' ? `${title} ${detail}` : `${title} ${time}`
}

/** Words of a report between quotation marks, on one line. */
export function quote(exact: string): string {
  return `“${exact.replace(/\s+/g, ' ').trim()}”`
}

/** What each state of all accounts together is called, in the language spoken now. */
export const stateWords: { readonly [State in ComparedState]: string } = {
  get differs() {
    return say('differs')
  },
  get silent() {
    return say('silent')
  },
  get 'cannot-check'() {
    return say('cannotCheck')
  },
  get 'not-compared'() {
    return say('notCompared')
  },
  get agrees() {
    return say('agrees')
  }
}

/** The word of one cell. */
export function cellWord({ state, judgement }: Pick<MatrixCell, 'state' | 'judgement'>, account: MatrixAccount): string {
  const isFootage = account.type === 'footage'
  switch (state) {
    case 'told':
      return isFootage ? say('shown') : say('stated')
    case 'no-basis':
      return say('noBasis')
    case 'silent':
      return isFootage ? say('noMoment') : stateWords.silent
    case 'differs':
      return judgement === 'contradicts' ? say('contradicts') : stateWords.differs
    default:
      return stateWords[state]
  }
}
