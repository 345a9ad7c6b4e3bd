import { damageOf, describeDamage } from '#shared/domain/damage'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { createComparison, type Comparison } from '#shared/domain/differences/createComparison'
import { planCaseClock, wallClockOf, type CaseClock } from '#shared/domain/caseClock'
import { describeAlignment } from '#shared/domain/describeAlignment'
import { formatExactTime } from '#shared/domain/exactTime'
import { describePeople, describePerson, describeTag, isActive } from '#shared/domain/records'
import { formatFootageTime, formatInstant, formatWallClock } from '#shared/domain/time'
import { formatShare, watchedShares } from '#shared/domain/watched'
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

export type CaseRecords = Omit<CaseSnapshot, 'sequence' | 'undoLabel' | 'redoLabel'> & Pick<ComparisonInput, 'formAccounts'>

/** What a findings summary is made from, beside the case's records. */
export interface FindingsSources {
  codebook: Codebook
  writtenBy: string
  writtenAt: Instant
  /** A still for each tag, as a data URL; a tag without one says so. */
  stills: ReadonlyMap<string, string>
  /** Why there can be no stills at all on this machine, for people; null where there can. */
  noStills: string | null
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
  const { codebook, writtenAt, writtenBy, appVersion, verdict } = sources
  const { timeZone, incidentNumber } = records.case
  const comparison = createComparison(codebook)(records)
  const numbers = new Map(comparison.differences.map(({ key }, at) => [key, at + 1]))
  return {
    title: `Findings summary, case ${incidentNumber}`,
    language: 'en',
    blocks: [
      { type: 'heading', level: 1, text: `Findings summary: case ${incidentNumber}` },
      {
        type: 'paragraph',
        text: `Written by ${writtenBy} on ${formatInstant(writtenAt, timeZone)} (${timeZone}) with Countersign ${appVersion}. The app finds differences and shows the evidence; what they mean is for people to judge. What has not been compared is not agreement.`
      },
      ...planCase(records),
      ...planFootage(records),
      ...planTags(records, sources),
      ...planReports(records, codebook),
      ...planMatrixTable(comparison.matrix, records, codebook, numbers),
      ...planDifferences(comparison, codebook),
      { type: 'heading', level: 2, text: 'Record' },
      {
        type: 'facts',
        rows: [
          ['Ledger', verdict.isIntact ? `${verdict.entryCount} entries, intact` : `NOT INTACT: ${verdict.problems[0]?.what ?? 'unknown'}`],
          ['Hash of the last entry', verdict.lastHash],
          [
            'Codebook',
            `${codebook.title}, version ${codebook.version}; Policy ${codebook.policy.number} revision ${codebook.policy.revision}, review date ${codebook.policy.reviewOn}${writtenAt.slice(0, 10) > codebook.policy.reviewOn ? ' (past)' : ''}`
          ]
        ]
      }
    ]
  }
}

function planCase({ case: found, people }: CaseRecords): Block[] {
  const named = (role: Person['role']) =>
    people
      .filter((person) => isActive(person) && person.role === role)
      .map(
        (person) =>
          `${describePerson(person)}${person.shiftEndsAt === null ? '' : `, shift ended ${formatInstant(person.shiftEndsAt, found.timeZone)}`}`
      )
      .join('; ') || 'none recorded'
  return [
    { type: 'heading', level: 2, text: 'Case' },
    {
      type: 'facts',
      rows: [
        ['Incident number', found.incidentNumber],
        ['Place', found.place],
        ['From', formatInstant(found.startsAt, found.timeZone)],
        ['To', formatInstant(found.endsAt, found.timeZone)],
        ['Officers', named('officer')],
        ['Subjects', named('subject')],
        ['Witnesses', named('witness')],
        ...(found.note === '' ? [] : [['Note', found.note] as const])
      ]
    }
  ]
}

function planFootage(records: CaseRecords): Block[] {
  const active = records.footage.filter(isActive)
  const people = peopleById(records)
  const clock = planCaseClock(records.footage)
  return [
    { type: 'heading', level: 2, text: `Footage (${active.length})` },
    ...active.flatMap((footage): Block[] => [
      { type: 'heading', level: 3, text: footage.fileName },
      {
        type: 'facts',
        rows: [
          ['SHA-256', footage.sha256],
          ['Size', `${footage.sizeBytes} bytes`],
          [
            'Camera',
            [footage.wearerId === null ? 'wearer not recorded' : describePeople([footage.wearerId], people), footage.cameraLabel]
              .filter(Boolean)
              .join(', ')
          ],
          [
            'Starts at',
            footage.startsAt === null
              ? 'not known'
              : `${formatInstant(footage.startsAt, records.case.timeZone)} (from the ${footage.clockMethod})`
          ],
          ['Place on the case clock', describePlace(footage, clock, records)],
          ['Duration', formatFootageTime(footage.probe.durationUs)],
          ['Format', describeFormat(footage)],
          ['Read by', footage.probe.readBy ?? 'ffprobe'],
          ['File', describeCheck(footage.id, records)],
          ['Watched', describeWatched(footage, records)],
          ...(footage.probe.damage.length === 0 ? [] : [['Damage', damageOf(footage.probe).map(describeDamage).join('; ')] as const])
        ]
      }
    ])
  ]
}

function describeWatched(footage: Footage, records: CaseRecords): string {
  const shares = watchedShares(records.viewings, [footage]).map(
    ({ userName, share, closeShare }) =>
      `${userName} played ${formatShare(share)} of it, ${formatShare(closeShare)} at normal speed or slower${footage.probe.audioCodec === null ? '' : ' with sound'}`
  )
  return shares.length === 0 ? 'Nobody has played any of it in this app.' : `${shares.join('; ')}.`
}

/** What the last check of a source file found. */
function describeCheck(subjectId: string, records: CaseRecords): string {
  const check = records.fileChecks.find((one) => one.subjectId === subjectId)
  if (check === undefined) return 'not verified since it was loaded'
  const at = `when verified on ${formatInstant(check.checkedAt, records.case.timeZone)}`
  switch (check.state) {
    case 'intact':
      return `intact ${at}`
    case 'changed':
      return `CHANGED ${at}${check.foundSha256 === null ? '' : `: its SHA-256 is ${check.foundSha256}`}`
    case 'missing':
      return `MISSING ${at}: no file could be read at its place`
  }
}

function describePlace({ id, alignment }: Footage, clock: CaseClock, { case: { timeZone }, footage }: CaseRecords): string {
  const startsAt = wallClockOf(clock, id, 0)
  const begins = startsAt === null ? 'wall clock not known' : `begins at ${formatWallClock(startsAt, timeZone)}`
  const place = clock.places.get(id)
  if (alignment === undefined || place?.referenceId == null) return `${begins}; not aligned with another camera`
  const reference = footage.find((one) => one.id === place.referenceId)
  return `${begins}; ${describeAlignment(alignment)}, against ${reference?.cameraLabel || (reference?.fileName ?? 'another camera')}`
}

function describeFormat({ probe }: Footage): string {
  const rate =
    probe.frameRate === null ? 'frame rate not said' : `${probe.frameRate.numerator}/${probe.frameRate.denominator} frames per second`
  return `${probe.container}, ${probe.videoCodec}, ${probe.audioCodec ?? 'no sound'}, ${probe.widthPx}×${probe.heightPx}, ${rate}${probe.isVariableFrameRate ? ', variable' : ''}`
}

function planTags(records: CaseRecords, { codebook, stills, noStills }: FindingsSources): Block[] {
  const tags = tagsInOrder(records)
  const clock = planCaseClock(records.footage)
  return [
    { type: 'heading', level: 2, text: `Tags (${tags.length})` },
    ...tags.flatMap((tag): Block[] => {
      const footage = records.footage.find((one) => one.id === tag.footageId)
      const when = describeWhen(tag, clock, records.case.timeZone)
      return [
        { type: 'heading', level: 3, text: describeTag(tag, codebook) },
        {
          type: 'still',
          image: stills.get(tag.id) ?? null,
          caption: stills.has(tag.id)
            ? `${footage?.fileName ?? ''}, frame at ${formatFootageTime(tag.startUs)}`
            : (noStills ?? 'No still could be made of this moment.')
        },
        {
          type: 'facts',
          rows: [
            ['When', when],
            ...exactRows(tag),
            ...planDetails(tag, records),
            ...(tag.note === '' ? [] : [['Note', tag.note] as const]),
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
  return tag.endUs === null ? one(tag.startUs) : `${one(tag.startUs)} to ${one(tag.endUs)}`
}

/** The times of the frames as the source file states them, where tag and frame agree. */
function exactRows({ startExact, endExact }: Tag): (readonly [string, string])[] {
  const times = [startExact, endExact].flatMap((time) => time ?? [])
  return times.length === 0 ? [] : [['Exact, as the file counts', times.map(formatExactTime).join(' to ')]]
}

const elementNames: Record<keyof FailureElements, string> = {
  present: 'Was present',
  observing: 'Was observing',
  beyondNecessary: 'Force went beyond what was necessary or objectively reasonable',
  noAttempt: 'No attempt was made, verbally or physically',
  imminentHarm: 'Intervening would have caused imminent harm'
}

function planDetails({ details }: Tag, records: CaseRecords): (readonly [string, string])[] {
  const people = peopleById(records)
  const named = (label: string, ids: readonly PersonId[]) => (ids.length === 0 ? [] : [[label, describePeople(ids, people)] as const])
  switch (details.kind) {
    case 'intervention-needed':
      return named('Present', details.presentIds)
    case 'failure-to-intervene':
      return [
        ...(details.officerId === null ? [] : named('Officer', [details.officerId])),
        ...failureElementsSchema.keyof().options.map((name) => {
          const { value, shownAtUs } = details.elements[name]
          return [elementNames[name], shownAtUs === null ? value : `${value}, shown at ${formatFootageTime(shownAtUs)}`] as const
        })
      ]
    case 'camera':
      return []
    default:
      return [
        ...named('Who', details.actorIds),
        ...named('On whom', details.targetIds),
        ...(details.kind === 'warning' && details.words !== '' ? [['Words', details.words] as const] : [])
      ]
  }
}

function clauseRows(tag: Tag, codebook: Codebook): (readonly [string, string])[] {
  const cited = codebook.clauses.filter((clause) => tag.clauseIds.includes(clause.id))
  return cited.length === 0 ? [] : [['Cited', cited.map((clause) => clause.citation).join('; ')]]
}

function planLinks(tag: Tag, records: CaseRecords): Block[] {
  return records.links
    .filter((link) => isActive(link) && link.tagId === tag.id)
    .flatMap((link): Block[] => {
      const passage = records.passages.find((one) => one.id === link.passageId)
      const report = records.reports.find((one) => one.id === passage?.reportId)
      if (passage === undefined || report === undefined || !isActive(report)) return []
      const isCertain = passage.refinding === undefined
      return [
        {
          type: 'quote',
          text: passage.anchor.exact,
          source: isCertain
            ? `${report.fileName}, ${authorOf(report, records)}: ${link.judgement}${link.note === '' ? '' : `. ${link.note}`}`
            : `A former version of ${report.fileName}, ${authorOf(report, records)}: not compared with the present one`
        }
      ]
    })
}

function planReports(records: CaseRecords, codebook: Codebook): Block[] {
  const active = records.reports.filter(isActive)
  return [
    { type: 'heading', level: 2, text: `Reports (${active.length})` },
    ...active.flatMap((report): Block[] => [
      { type: 'heading', level: 3, text: report.fileName },
      {
        type: 'facts',
        rows: [
          ['Type', codebook.reportTypes.find((type) => type.id === report.type)?.label ?? report.type],
          ['Author', `${authorOf(report, records)} (${report.capacity.replaceAll('-', ' ')})`],
          ['Written', report.writtenAt === null ? 'not known' : formatInstant(report.writtenAt, records.case.timeZone)],
          ['SHA-256', report.sha256],
          ...(report.former ?? []).map(({ fileName, sha256 }) => ['Replaces', `${fileName}, SHA-256 ${sha256}`] as const),
          ['File', describeCheck(report.id, records)],
          ...(report.readingNotes?.length ? [['Not in its text', report.readingNotes.join(' ')] as const] : [])
        ]
      }
    ])
  ]
}

function planDifferences({ differences, notCompared }: Comparison, codebook: Codebook): Block[] {
  return [
    { type: 'heading', level: 2, text: `Differences (${differences.length})` },
    ...(differences.length === 0 ? [{ type: 'paragraph' as const, text: 'None was found in what has been compared.' }] : []),
    ...differences.flatMap((difference, at) => planDifference(difference, at + 1, codebook)),
    { type: 'heading', level: 2, text: 'Not compared' },
    {
      type: 'paragraph',
      text:
        notCompared.length === 0
          ? 'Every tag that needs it was looked for in every report, and every statement on footage.'
          : `${notCompared.length} ${notCompared.length === 1 ? 'pair of accounts has' : 'pairs of accounts have'} not been compared by anybody. Nothing is concluded from them.`
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
        ['Rule', difference.rule],
        ['Disposition', difference.isReopened ? 'open again: what it rests on has changed' : difference.status],
        ...(difference.reason === '' ? [] : [['Reason', difference.reason] as const])
      ]
    }
  ]
}

function sideOf(evidence: Evidence): readonly [string, string] {
  return [evidence.account === 'footage' ? 'Footage' : evidence.account === 'report' ? 'Report' : 'No account', evidence.says]
}

function authorOf(report: Report, records: CaseRecords): string {
  return report.authorId === null ? report.authorName : describePeople([report.authorId], peopleById(records))
}

function peopleById(records: CaseRecords): ReadonlyMap<PersonId, Person> {
  return new Map(records.people.map((person) => [person.id, person]))
}
