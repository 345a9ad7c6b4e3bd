import { codebookIn } from '#shared/domain/codebookIn'
import { differenceKey } from '#shared/domain/differences/evidence'
import { describePerson, describeReport } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { inLocale, type Locale } from '#shared/messages/locale'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Case, Person } from '#shared/model/case'
import { caseIdSchema, type ReportId } from '#shared/model/ids'
import type { Statement } from '#shared/model/report'
import { foundKindSchema, type SearchAnswer, type SearchHit, type SearchPlace } from '#shared/model/search'
import type { CoreContext } from '../context'
import { localeOf } from '../createDeskHandlers'
import { os } from '../rpc/implementer'
import type { FoundEntry, ReadableStore } from '../storage'
import { titleIn } from './planSearchEntries'
import { planSnippet } from './planSnippet'

/** Where something leads, and in what it lies. */
interface Placed {
  place: SearchPlace
  within: string
}

/** Search over every record of every case. */
export function createSearchHandlers({ store, codebook }: CoreContext) {
  const codebooks = { en: codebookIn(codebook, 'en'), es: codebookIn(codebook, 'es') } satisfies Record<Locale, Codebook>

  async function reportWithin(read: ReadableStore, reportId: string, locale: Locale): Promise<string> {
    const report = await read.get('report', reportId)
    if (report === null) return ''
    const author = report.authorId === null ? null : await read.get('person', report.authorId)
    const people = new Map<Person['id'], Person>(author === null ? [] : [[author.id, author]])
    return inLocale(locale, () => describeReport(report, people, codebooks[locale]))
  }

  async function tagPlaced(tagId: string): Promise<Placed | null> {
    const tag = await store.get('tag', tagId)
    const footage = tag === null ? null : await store.get('footage', tag.footageId)
    if (tag === null || footage === null) return null
    const camera = footage.cameraLabel === '' ? footage.fileName : footage.cameraLabel
    const { footageId, startUs } = tag
    return {
      place: { kind: 'tag', tagId: tag.id, footageId, startUs },
      within: `${camera} · ${formatFootageTime(startUs, { withFraction: false })}`
    }
  }

  async function wordsOfReport(reportId: ReportId, start: number, end: number, locale: Locale): Promise<Placed> {
    return { place: { kind: 'report', reportId, start, end }, within: await reportWithin(store, reportId, locale) }
  }

  const statementPlaced = async ({ passageId, reportId }: Statement, locale: Locale): Promise<Placed> => ({
    place: { kind: 'passage', passageId, reportId },
    within: await reportWithin(store, reportId, locale)
  })

  /** Null where what was found has no place to go to: a record that names another which is gone. */
  async function placeOf({ entity, recordId, start, body }: FoundEntry, locale: Locale): Promise<Placed | null> {
    switch (foundKindSchema.parse(entity)) {
      case 'case':
        return { place: { kind: 'case' }, within: '' }
      case 'person': {
        const person = await store.get('person', recordId)
        return person === null ? null : { place: { kind: 'person', personId: person.id }, within: '' }
      }
      case 'footage': {
        const footage = await store.get('footage', recordId)
        if (footage === null) return null
        const wearer = footage.wearerId === null ? null : await store.get('person', footage.wearerId)
        return {
          place: { kind: 'footage', footageId: footage.id },
          within: wearer === null ? '' : inLocale(locale, () => describePerson(wearer))
        }
      }
      case 'tag':
        return tagPlaced(recordId)
      case 'report': {
        const report = await store.get('report', recordId)
        return report === null ? null : wordsOfReport(report.id, 0, 0, locale)
      }
      case 'reportText': {
        const text = await store.get('reportText', recordId)
        const [first] = body.spans
        const last = body.spans.at(-1)
        if (text === null || first === undefined || last === undefined) return null
        return wordsOfReport(text.reportId, start + first.start, start + first.end, locale)
      }
      case 'statement': {
        const statement = await store.get('statement', recordId)
        return statement === null ? null : statementPlaced(statement, locale)
      }
      case 'link': {
        const link = await store.get('link', recordId)
        return link === null ? null : tagPlaced(link.tagId)
      }
      case 'absence': {
        const absence = await store.get('absence', recordId)
        if (absence === null) return null
        if (absence.subject.kind === 'tag-in-report') return tagPlaced(absence.subject.tagId)
        const statement = await store.get('statement', absence.subject.statementId)
        return statement === null ? null : statementPlaced(statement, locale)
      }
      case 'enteredDifference': {
        const entered = await store.get('enteredDifference', recordId)
        if (entered === null) return null
        return { place: { kind: 'difference', key: differenceKey(entered.kind, ['entered', entered.id]) }, within: '' }
      }
      case 'disposition': {
        const disposition = await store.get('disposition', recordId)
        return disposition === null ? null : { place: { kind: 'difference', key: disposition.differenceKey }, within: '' }
      }
    }
  }

  return {
    find: os.search.find.handler(async ({ input: { locale: wanted, ...input }, context }): Promise<SearchAnswer> => {
      const locale = wanted ?? (await localeOf(store, context.user.id))
      const entries = await store.find({ ...input, limit: input.limit + 1 })
      const groups = new Map<string, { case: Case; hits: SearchHit[] }>()
      for (const entry of entries.slice(0, input.limit)) {
        const group = groups.get(entry.caseId) ?? (await emptyGroup(store, entry.caseId))
        const placed = await placeOf(entry, locale)
        if (group === null || placed === null) continue
        groups.set(entry.caseId, group)
        group.hits.push({
          id: `${entry.recordId} ${entry.start}`,
          found: foundKindSchema.parse(entry.entity),
          title: titleIn(entry.title, locale),
          snippet: planSnippet(entry.body),
          ...placed
        })
      }
      return { groups: [...groups.values()], isCut: entries.length > input.limit }
    })
  }
}

async function emptyGroup(read: ReadableStore, caseId: string): Promise<{ case: Case; hits: SearchHit[] } | null> {
  const found = await read.get('case', caseIdSchema.parse(caseId))
  return found === null ? null : { case: found, hits: [] }
}
