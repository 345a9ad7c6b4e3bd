import { createHash } from 'node:crypto'
import { codebookIn } from '#shared/domain/codebookIn'
import { planBlocks } from '#shared/domain/planBlocks'
import { describeBodyArea, describeForceType, describePerson, describeTag } from '#shared/domain/records'
import { inLocale, localeSchema, type Locale } from '#shared/messages/locale'
import type { MarkedText } from '#shared/model/search'
import type { Codebook } from '#shared/model/codebookSchema'
import type { EntityKind, EntityOf } from '#shared/model/entities'
import type { Statement } from '#shared/model/report'
import type { SearchEntry, SearchPlanner } from '../storage'

/** Rises when other words of a record are to be found than before. */
const plannerVersion = 2

/** Stands between the titles of a record in each language, in the order of the languages. No name that people type holds it. */
const between = '\u001e'

type Plans = { [Kind in EntityKind]: ((row: EntityOf<Kind>) => SearchEntry[]) | null }

/** What of each record can be found, in the words of a codebook in every language; an agency that changes its codebook gets a new index. */
export function createSearchPlanner(codebook: Codebook): SearchPlanner {
  const spoken = localeSchema.options.map((locale) => ({ locale, codebook: codebookIn(codebook, locale) }))
  const inEach = (titleIn: (codebook: Codebook) => string): string => {
    const titles = spoken.map(({ locale, codebook }) => inLocale(locale, () => titleIn(codebook)))
    return new Set(titles).size === 1 ? (titles[0] ?? '') : titles.join(between)
  }
  const entry = (title: string, body: string, parentId: string | null = null, start = 0): SearchEntry => ({ parentId, start, title, body })
  const plans: Plans = {
    case: (row) => [entry(row.incidentNumber, linesOf(row.place, row.warning ?? '', row.note))],
    person: (row) => [
      entry(
        inEach(() => describePerson(row)),
        ''
      )
    ],
    footage: (row) => [entry(row.fileName, row.cameraLabel)],
    tag: (row) => {
      const words = row.details.kind === 'warning' ? row.details.words : ''
      const title = inEach((codebook) => {
        const kind = codebook.tagKinds.find(({ id }) => id === row.details.kind)?.label ?? ''
        const what = describeTag(row, codebook)
        return what.includes(kind) ? what : `${kind} · ${what}`
      })
      return [entry(title, linesOf(words, row.note), row.footageId)]
    },
    report: (row) => {
      const type = inEach(({ reportTypes }) => reportTypes.find(({ id }) => id === row.type)?.label ?? '')
      return [entry(type, linesOf(row.authorName, row.fileName))]
    },
    // Block by block: what is found can then be shown with what stands around it, and gone to.
    reportText: (row) =>
      planBlocks(row.text, row.pages).map(({ start, end }) => entry('', row.text.slice(start, end), row.reportId, start)),
    passage: null,
    statement: (row) => [
      entry(
        inEach((codebook) => describe(row, codebook)),
        row.note,
        row.reportId
      )
    ],
    link: (row) => (row.note === '' ? [] : [entry('', row.note, row.tagId)]),
    absence: (row) => (row.note === '' ? [] : [entry('', row.note)]),
    enteredDifference: (row) => [entry('', row.description)],
    disposition: (row) => [entry('', row.reason)],
    viewing: null,
    fileCheck: null
  }

  return {
    version: `${plannerVersion} ${createHash('sha256').update(JSON.stringify(codebook)).digest('hex').slice(0, 16)}`,
    entriesOf: (entity, row) => plans[entity]?.(row) ?? null
  }
}

function describe({ kind, types, bodyArea }: Statement, codebook: Codebook): string {
  const label = codebook.tagKinds.find(({ id }) => id === kind)?.label ?? kind
  const area = bodyArea === null ? [] : [describeBodyArea(bodyArea, codebook)]
  return [label, ...types.map((type) => describeForceType(type, codebook)), ...area].join(' · ')
}

/** The title of what was found in one language, with the marks that lie in it. Pure. */
export function titleIn({ text, spans }: MarkedText, locale: Locale): MarkedText {
  const titles = text.split(between)
  const at = titles.length === 1 ? 0 : localeSchema.options.indexOf(locale)
  const start = titles.slice(0, at).reduce((sum, title) => sum + title.length + between.length, 0)
  const end = start + (titles[at] ?? '').length
  return {
    text: text.slice(start, end),
    spans: spans.flatMap((span) => (span.start >= start && span.end <= end ? [{ start: span.start - start, end: span.end - start }] : []))
  }
}

const linesOf = (...parts: string[]) => parts.filter((part) => part !== '').join('\n')
