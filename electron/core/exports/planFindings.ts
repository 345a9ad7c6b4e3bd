import { capacityWords } from '#shared/domain/capacityWords'
import { damageOf, describeDamage } from '#shared/domain/damage'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { createComparison, type Comparison } from '#shared/domain/differences/createComparison'
import { planCaseClock, wallClockOf, type CaseClock } from '#shared/domain/caseClock'
import { describeAlignment } from '#shared/domain/describeAlignment'
import { formatExactTime } from '#shared/domain/exactTime'
import { codebookIn } from '#shared/domain/codebookIn'
import { describePeople, describePerson, describeTag, isActive } from '#shared/domain/records'
import { formatFootageTime, formatInstant, formatWallClock } from '#shared/domain/time'
import { formatShare, watchedShares } from '#shared/domain/watched'
import { inLocale, type Locale } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import { saidAgain } from '#shared/messages/readBack'
import type { Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference, Evidence } from '#shared/model/comparison'
import type { CaseSnapshot } from '#shared/model/entities'
import type { Footage } from '#shared/model/footage'
import type { PersonId } from '#shared/model/ids'
import type { LedgerVerdict } from '#shared/model/ledger'
import type { Instant } from '#shared/model/primitives'
import type { Report } from '#shared/model/report'
import { failureElementsSchema, type FailureElements, type Tag } from '#shared/model/tag'
import type { Block, FindingsDocument } from './findingsBlocks'
import { planMatrixTable } from './planMatrixTable'

const say = messagesOf('exports')

export type CaseRecords = Omit<CaseSnapshot, 'sequence' | 'undoLabel' | 'redoLabel'> & Pick<ComparisonInput, 'formAccounts'>

/** What a findings summary is made from, beside the case's records. */
export interface FindingsSources {
  /** As it is written; the summary takes its words in `locale`. */
  codebook: Codebook
  /** The language of the summary. What people wrote stays in theirs. */
  locale: Locale
  writtenBy: string
  writtenAt: Instant
  /** A still for each tag, as a data URL; a tag without one says so. */
  stills: ReadonlyMap<string, string>
  /** False where there can be no stills at all on this machine. */
  canTakeStills: boolean
  verdict: LedgerVerdict
  appVersion: string
}

/** Tags that still stand, in the order of footage and time. */
export function tagsInOrder(records: CaseRecords): Tag[] {
  const footageIds = records.footage.filter(isActive).map((footage) => footage.id)
  return records.tags
    .filter((tag) => isActive(tag) && footageIds.includes(tag.footageId))
    .sort((a, b) => footageIds.indexOf(a.footageId) - footageIds.indexOf(b.footageId) || a.startUs - b.startUs)
}

/** Plans the whole summary: the case, the footage with hashes, the tags, the passages, the matrix, the differences. Withdrawn records are left out. */
export function planFindings(records: CaseRecords, sources: FindingsSources): FindingsDocument {
  const codebook = codebookIn(sources.codebook, sources.locale)
  return inLocale(sources.locale, () => planInLocale(records, { ...sources, codebook }))
}

function planInLocale(records: CaseRecords, sources: FindingsSources): FindingsDocument {
  const { codebook, locale, writtenAt, writtenBy, appVersion, verdict } = sources
  const { timeZone, incidentNumber } = records.case
  const comparison = createComparison(codebook)(records)
  const numbers = new Map(comparison.differences.map(({ key }, at) => [key, at + 1]))
  return {
    title: say('title', { incident: incidentNumber }),
    language: locale,
    blocks: [
      { type: 'heading', level: 1, text: say('heading', { incident: incidentNumber }) },
      {
        type: 'paragraph',
        text: say('introduction', { name: writtenBy, time: formatInstant(writtenAt, timeZone), timeZone, version: appVersion })
      },
      ...planCase(records),
      ...planFootage(records),
      ...planTags(records, sources),
      ...planReports(records, codebook),
      ...planMatrixTable(comparison.matrix, records, codebook, numbers),
      ...planDifferences(comparison, codebook),
      { type: 'heading', level: 2, text: say('record') },
      {
        type: 'facts',
        rows: [
          [say('ledger'), describeVerdict(verdict)],
          [say('lastHash'), verdict.lastHash],
          [say('codebook'), describeCodebook(codebook, writtenAt)]
        ]
      }
    ]
  }
}

function describeVerdict({ isIntact, entryCount, problems: [first] }: LedgerVerdict): string {
  if (isIntact) return say('ledgerIntact', { count: entryCount })
  return say('ledgerBroken', { what: first === undefined ? say('unknown') : saidAgain('verdicts', first.what) })
}

function describeCodebook({ title, version, policy }: Codebook, writtenAt: Instant): string {
  const { number, revision, reviewOn } = policy
  const isPast = writtenAt.slice(0, 10) > reviewOn ? 'yes' : 'no'
  return say('codebookIs', { title, version, number, revision, date: reviewOn, isPast })
}

function planCase({ case: found, people }: CaseRecords): Block[] {
  const named = (role: Person['role']) =>
    people
      .filter((person) => isActive(person) && person.role === role)
      .map((person) => {
        const name = describePerson(person)
        return person.shiftEndsAt === null ? name : say('shiftEnded', { name, time: formatInstant(person.shiftEndsAt, found.timeZone) })
      })
      .join('; ') || say('noneRecorded')
  return [
    { type: 'heading', level: 2, text: say('case') },
    {
      type: 'facts',
      rows: [
        [say('incidentNumber'), found.incidentNumber],
        [say('place'), found.place],
        [say('from'), formatInstant(found.startsAt, found.timeZone)],
        [say('to'), formatInstant(found.endsAt, found.timeZone)],
        [say('officers'), named('officer')],
        [say('subjects'), named('subject')],
        [say('witnesses'), named('witness')],
        ...(found.note === '' ? [] : [[say('note'), found.note] as const])
      ]
    }
  ]
}

function planFootage(records: CaseRecords): Block[] {
  const active = records.footage.filter(isActive)
  const people = peopleById(records)
  const clock = planCaseClock(records.footage)
  return [
    { type: 'heading', level: 2, text: say('footage', { count: active.length }) },
    ...active.flatMap((footage): Block[] => [
      { type: 'heading', level: 3, text: footage.fileName },
      {
        type: 'facts',
        rows: [
          [say('sha256'), footage.sha256],
          [say('size'), say('bytes', { count: footage.sizeBytes })],
          [
            say('camera'),
            [footage.wearerId === null ? say('wearerUnknown') : describePeople([footage.wearerId], people), footage.cameraLabel]
              .filter(Boolean)
              .join(', ')
          ],
          [
            say('startsAt'),
            footage.startsAt === null
              ? say('notKnown')
              : say('startFrom', { time: formatInstant(footage.startsAt, records.case.timeZone), method: footage.clockMethod })
          ],
          [say('placeOnClock'), describePlace(footage, clock, records)],
          [say('duration'), formatFootageTime(footage.probe.durationUs)],
          [say('format'), describeFormat(footage)],
          [say('readBy'), footage.probe.readBy ?? 'ffprobe'],
          [say('file'), describeCheck(footage.id, records)],
          [say('watched'), describeWatched(footage, records)],
          ...(footage.probe.damage.length === 0 ? [] : [[say('damage'), damageOf(footage.probe).map(describeDamage).join('; ')] as const])
        ]
      }
    ])
  ]
}

function describeWatched(footage: Footage, records: CaseRecords): string {
  const shares = watchedShares(records.viewings, [footage]).map(({ userName, share, closeShare }) =>
    say('watchedBy', {
      ...{ name: userName, share: formatShare(share), closeShare: formatShare(closeShare) },
      sound: footage.probe.audioCodec === null ? 'no' : 'yes'
    })
  )
  return shares.length === 0 ? say('watchedByNobody') : `${shares.join('; ')}.`
}

/** What the last check of a source file found. */
function describeCheck(subjectId: string, records: CaseRecords): string {
  const check = records.fileChecks.find((one) => one.subjectId === subjectId)
  if (check === undefined) return say('notVerified')
  const time = formatInstant(check.checkedAt, records.case.timeZone)
  switch (check.state) {
    case 'intact':
      return say('intact', { time })
    case 'changed':
      return check.foundSha256 === null ? say('changed', { time }) : say('changedTo', { time, sha256: check.foundSha256 })
    case 'missing':
      return say('missing', { time })
  }
}

function describePlace({ id, alignment }: Footage, clock: CaseClock, { case: { timeZone }, footage }: CaseRecords): string {
  const startsAt = wallClockOf(clock, id, 0)
  const begins = startsAt === null ? say('wallClockUnknown') : say('beginsAt', { time: formatWallClock(startsAt, timeZone) })
  const place = clock.places.get(id)
  if (alignment === undefined || place?.referenceId == null) return say('notAligned', { begins })
  const reference = footage.find((one) => one.id === place.referenceId)
  return say('aligned', {
    ...{ begins, how: describeAlignment(alignment) },
    reference: reference?.cameraLabel || (reference?.fileName ?? say('anotherCamera'))
  })
}

function describeFormat({ probe }: Footage): string {
  const { container, frameRate, isVariableFrameRate } = probe
  const rate = frameRate === null ? say('rateUnknown') : say('framesPerSecond', { rate: `${frameRate.numerator}/${frameRate.denominator}` })
  return say('formatIs', {
    ...{ container, video: probe.videoCodec, audio: probe.audioCodec ?? say('noSound'), rate },
    ...{ width: String(probe.widthPx), height: String(probe.heightPx), isVariable: isVariableFrameRate ? 'yes' : 'no' }
  })
}

function planTags(records: CaseRecords, { codebook, stills, canTakeStills }: FindingsSources): Block[] {
  const tags = tagsInOrder(records)
  const clock = planCaseClock(records.footage)
  return [
    { type: 'heading', level: 2, text: say('tags', { count: tags.length }) },
    ...tags.flatMap((tag): Block[] => {
      const footage = records.footage.find((one) => one.id === tag.footageId)
      const when = describeWhen(tag, clock, records.case.timeZone)
      return [
        { type: 'heading', level: 3, text: describeTag(tag, codebook) },
        {
          type: 'still',
          image: stills.get(tag.id) ?? null,
          caption: stills.has(tag.id)
            ? say('frameAt', { fileName: footage?.fileName ?? '', time: formatFootageTime(tag.startUs) })
            : say(canTakeStills ? 'noStill' : 'noTools')
        },
        {
          type: 'facts',
          rows: [
            [say('when'), when],
            ...exactRows(tag),
            ...planDetails(tag, records),
            ...(tag.note === '' ? [] : [[say('note'), tag.note] as const]),
            ...clauseRows(tag, codebook)
          ]
        },
        ...planLinks(tag, records)
      ]
    })
  ]
}

function describeWhen(tag: Tag, clock: CaseClock, timeZone: string): string {
  const one = (timeUs: number) => {
    const wall = wallClockOf(clock, tag.footageId, timeUs)
    return `${formatFootageTime(timeUs)}${wall === null ? '' : ` (${formatWallClock(wall, timeZone)})`}`
  }
  return tag.endUs === null ? one(tag.startUs) : say('span', { from: one(tag.startUs), to: one(tag.endUs) })
}

/** The times of the frames as the source file states them, where tag and frame agree. */
function exactRows({ startExact, endExact }: Tag): (readonly [string, string])[] {
  const [from, to] = [startExact, endExact].flatMap((time) => (time == null ? [] : [formatExactTime(time)]))
  if (from === undefined) return []
  return [[say('exact'), to === undefined ? from : say('span', { from, to })]]
}

const elementNames = {
  present: 'wasPresent',
  observing: 'wasObserving',
  beyondNecessary: 'beyondNecessary',
  noAttempt: 'noAttempt',
  imminentHarm: 'imminentHarm'
} as const satisfies Record<keyof FailureElements, string>

function planDetails({ details }: Tag, records: CaseRecords): (readonly [string, string])[] {
  const people = peopleById(records)
  const named = (label: string, ids: readonly PersonId[]) => (ids.length === 0 ? [] : [[label, describePeople(ids, people)] as const])
  switch (details.kind) {
    case 'intervention-needed':
      return named(say('present'), details.presentIds)
    case 'failure-to-intervene':
      return [
        ...(details.officerId === null ? [] : named(say('officer'), [details.officerId])),
        ...failureElementsSchema.keyof().options.map((name) => {
          const { value, shownAtUs } = details.elements[name]
          const said = shownAtUs === null ? say('element', { value }) : say('elementShown', { value, time: formatFootageTime(shownAtUs) })
          return [say(elementNames[name]), said] as const
        })
      ]
    case 'camera':
      return []
    default:
      return [
        ...named(say('who'), details.actorIds),
        ...named(say('onWhom'), details.targetIds),
        ...(details.kind === 'warning' && details.words !== '' ? [[say('words'), details.words] as const] : [])
      ]
  }
}

function clauseRows(tag: Tag, codebook: Codebook): (readonly [string, string])[] {
  const cited = codebook.clauses.filter((clause) => tag.clauseIds.includes(clause.id))
  return cited.length === 0 ? [] : [[say('cited'), cited.map((clause) => clause.citation).join('; ')]]
}

function planLinks(tag: Tag, records: CaseRecords): Block[] {
  return records.links
    .filter((link) => isActive(link) && link.tagId === tag.id)
    .flatMap((link): Block[] => {
      const passage = records.passages.find((one) => one.id === link.passageId)
      const report = records.reports.find((one) => one.id === passage?.reportId)
      if (passage === undefined || report === undefined || !isActive(report)) return []
      const isCertain = passage.refinding === undefined
      const words = { report: report.fileName, author: authorOf(report, records) }
      return [
        {
          type: 'quote',
          text: passage.anchor.exact,
          source: isCertain
            ? say('linked', { ...words, judgement: link.judgement, note: link.note === '' ? '' : `. ${link.note}` })
            : say('formerVersion', words)
        }
      ]
    })
}

function planReports(records: CaseRecords, codebook: Codebook): Block[] {
  const active = records.reports.filter(isActive)
  return [
    { type: 'heading', level: 2, text: say('reports', { count: active.length }) },
    ...active.flatMap((report): Block[] => [
      { type: 'heading', level: 3, text: report.fileName },
      {
        type: 'facts',
        rows: [
          [say('type'), codebook.reportTypes.find((type) => type.id === report.type)?.label ?? report.type],
          [say('author'), say('authorAs', { author: authorOf(report, records), capacity: capacityWords[report.capacity] })],
          [say('written'), report.writtenAt === null ? say('notKnown') : formatInstant(report.writtenAt, records.case.timeZone)],
          [say('sha256'), report.sha256],
          ...(report.former ?? []).map(({ fileName, sha256 }) => [say('replaces'), say('replaced', { fileName, sha256 })] as const),
          [say('file'), describeCheck(report.id, records)],
          ...(report.readingNotes?.length
            ? [[say('notInText'), report.readingNotes.map((note) => saidAgain('readings', note)).join(' ')] as const]
            : [])
        ]
      }
    ])
  ]
}

function planDifferences({ differences, notCompared }: Comparison, codebook: Codebook): Block[] {
  return [
    { type: 'heading', level: 2, text: say('differences', { count: differences.length }) },
    ...(differences.length === 0 ? [{ type: 'paragraph' as const, text: say('noDifferences') }] : []),
    ...differences.flatMap((difference, at) => planDifference(difference, at + 1, codebook)),
    { type: 'heading', level: 2, text: say('notCompared') },
    {
      type: 'paragraph',
      text: notCompared.length === 0 ? say('allCompared') : say('pairsNotCompared', { count: notCompared.length })
    }
  ]
}

function planDifference(difference: Difference, number: number, codebook: Codebook): Block[] {
  const kind = codebook.differenceKinds.find((one) => one.id === difference.kind)
  const [left, right] = difference.sides
  return [
    { type: 'heading', level: 3, text: `${number}. ${kind?.label ?? difference.kind}` },
    { type: 'paragraph', text: difference.summary },
    { type: 'sides', left: sideOf(left), right: sideOf(right) },
    {
      type: 'facts',
      rows: [
        [say('rule'), difference.rule],
        [say('disposition'), difference.isReopened ? say('openedAgain') : say('status', { status: difference.status })],
        ...(difference.reason === '' ? [] : [[say('reason'), difference.reason] as const])
      ]
    }
  ]
}

function sideOf(evidence: Evidence): readonly [string, string] {
  return [say(evidence.account === 'footage' ? 'onFootage' : evidence.account === 'report' ? 'inReport' : 'noAccount'), evidence.says]
}

function authorOf(report: Report, records: CaseRecords): string {
  return report.authorId === null ? report.authorName : describePeople([report.authorId], peopleById(records))
}

function peopleById(records: CaseRecords): ReadonlyMap<PersonId, Person> {
  return new Map(records.people.map((person) => [person.id, person]))
}
