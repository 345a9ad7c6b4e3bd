import { alignmentSchema, type Alignment } from '#shared/model/alignment'
import { caseSchema, personSchema, type Case, type Person } from '#shared/model/case'
import {
  absenceSchema,
  dispositionSchema,
  enteredDifferenceSchema,
  linkSchema,
  type Absence,
  type Difference,
  type DifferenceKind,
  type Disposition,
  type DispositionStatus,
  type EnteredDifference,
  formAccountSchema,
  type FormAccount,
  type Judgement,
  type Link
} from '#shared/model/comparison'
import { footageSchema, type Footage } from '#shared/model/footage'
import { passageSchema, reportSchema, statementSchema, type Passage, type Report, type Statement } from '#shared/model/report'
import { tagSchema, type Tag, type TagDetailsOf, type TagKind } from '#shared/model/tag'
import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'

const at = '2024-10-14T09:00:00.000Z'
const sha256 = 'a'.repeat(64)
const second = 1_000_000

/** `HH:MM` or `HH:MM:SS` on the evening of the incident, as it reads in the case's time zone (UTC-4). */
export function evening(clock: string): string {
  const [hour = 0, minute = 0, seconds = 0] = clock.split(':').map(Number)
  return new Date(Date.UTC(2024, 9, 12, hour + 4, minute, seconds)).toISOString()
}

/**
 * Makes the records of one case for a test, each valid by its schema. A report is made from its text, and a passage from a
 * quote of that text. Footage starts at 21:14:00 local time and lasts ten minutes unless said otherwise.
 */
export function createCaseBuilder() {
  let made = 0
  const newId = () => `01900000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`
  const texts = new Map<string, string>()
  const stamp = () => ({ createdAt: at, createdBy: userId, updatedAt: at, updatedBy: userId, withdrawn: null })
  const userId = newId()
  const ofCase: Case = caseSchema.parse({
    id: newId(),
    incidentNumber: '24-1012',
    place: 'Main Street',
    startsAt: evening('21:10'),
    endsAt: evening('21:40'),
    timeZone: 'America/New_York',
    note: '',
    isDemonstration: false,
    ...stamp()
  })
  const inCase = () => ({ id: newId(), caseId: ofCase.id, ...stamp() })
  const people: Person[] = []
  const footage: Footage[] = []
  const tags: Tag[] = []
  const reports: Report[] = []
  const passages: Passage[] = []
  const statements: Statement[] = []
  const links: Link[] = []
  const absences: Absence[] = []
  const enteredDifferences: EnteredDifference[] = []
  const dispositions: Disposition[] = []
  const formAccounts: FormAccount[] = []

  const keep = <Row>(rows: Row[], row: Row): Row => {
    rows.push(row)
    return row
  }
  const findPassage = (report: Report, quote: string): Passage => {
    const text = texts.get(report.id) ?? ''
    const start = text.indexOf(quote)
    if (start < 0) throw new Error(`The report does not hold “${quote}”.`)
    const known = passages.find(
      (passage) => passage.reportId === report.id && passage.anchor.start === start && passage.anchor.exact === quote
    )
    const anchor = { start, end: start + quote.length, exact: quote, prefix: '', suffix: '', reportSha256: sha256, extractorVersion: 1 }
    return known ?? keep(passages, passageSchema.parse({ ...inCase(), reportId: report.id, anchor }))
  }

  return {
    officer: (name: string, more: Partial<Pick<Person, 'shiftEndsAt' | 'badgeNumber'>> = {}) =>
      keep(
        people,
        personSchema.parse({ ...inCase(), role: 'officer', name, rank: 'Ofc.', badgeNumber: '', shiftEndsAt: evening('23:30'), ...more })
      ),
    subject: (name: string) =>
      keep(people, personSchema.parse({ ...inCase(), role: 'subject', name, rank: '', badgeNumber: '', shiftEndsAt: null })),
    footage: (more: Partial<Pick<Footage, 'wearerId' | 'startsAt' | 'cameraLabel' | 'alignment'>> & { durationS?: number } = {}) => {
      const { durationS = 600, ...rest } = more
      return keep(
        footage,
        footageSchema.parse({
          ...inCase(),
          wearerId: null,
          cameraLabel: 'Camera 1',
          startsAt: evening('21:14'),
          mediaId: newId(),
          fileName: 'camera.mp4',
          sourcePath: 'camera.mp4',
          sha256,
          sizeBytes: 1,
          modifiedAtMs: 0,
          clockMethod: 'reviewer',
          probe: {
            container: 'mp4',
            videoCodec: 'h264',
            audioCodec: 'aac',
            audioTrackCount: 1,
            durationUs: durationS * second,
            frameRate: { numerator: 30, denominator: 1 },
            isVariableFrameRate: false,
            widthPx: 640,
            heightPx: 360,
            rotationDegrees: 0,
            recordedAt: null,
            damage: []
          },
          isPlayableFromSource: true,
          ...rest
        })
      )
    },
    /** A tag from `fromS` to `toS`, seconds of its footage; a moment where `toS` is left out. */
    tag: <Kind extends TagKind>(
      on: Footage,
      kind: Kind,
      fromS: number,
      details: Partial<Omit<TagDetailsOf<Kind>, 'kind'>> = {},
      toS: number | null = null
    ) =>
      keep(
        tags,
        tagSchema.parse({
          ...inCase(),
          footageId: on.id,
          startUs: fromS * second,
          endUs: toS === null ? null : toS * second,
          details: { ...emptyTagDetails(kind), ...details },
          note: '',
          clauseIds: []
        })
      ),
    report: (text: string, author: Person | null = null, more: Partial<Pick<Report, 'writtenAt' | 'type'>> = {}) => {
      const report = reportSchema.parse({
        ...inCase(),
        type: 'incident',
        authorId: author?.id ?? null,
        authorName: '',
        capacity: 'involved-officer',
        writtenAt: evening('22:30'),
        mediaId: newId(),
        fileName: 'report.txt',
        sourcePath: 'report.txt',
        format: 'txt',
        sha256,
        sizeBytes: 1,
        pageCount: 1,
        wordCount: 1,
        ...more
      })
      texts.set(report.id, text)
      return keep(reports, report)
    },
    passage: findPassage,
    statement: (report: Report, quote: string, kind: Statement['kind'], more: Partial<Statement> = {}) =>
      keep(
        statements,
        statementSchema.parse({
          ...inCase(),
          passageId: findPassage(report, quote).id,
          reportId: report.id,
          kind,
          types: [],
          bodyArea: null,
          count: null,
          actorIds: [],
          targetIds: [],
          statedAt: null,
          isNegated: false,
          isHearsay: false,
          isUncertain: false,
          note: '',
          ...more
        })
      ),
    link: (tag: Tag, report: Report, quote: string, judgement: Judgement = 'agrees', note = '') =>
      keep(links, linkSchema.parse({ ...inCase(), tagId: tag.id, passageId: findPassage(report, quote).id, judgement, note })),
    absentFromReport: (tag: Tag, report: Report) =>
      keep(
        absences,
        absenceSchema.parse({ ...inCase(), subject: { kind: 'tag-in-report', tagId: tag.id, reportId: report.id }, note: '' })
      ),
    absentFromFootage: (statement: Statement) =>
      keep(absences, absenceSchema.parse({ ...inCase(), subject: { kind: 'statement-on-footage', statementId: statement.id }, note: '' })),
    enter: (kind: DifferenceKind, description: string, on: { tags?: Tag[]; passages?: Passage[] } = {}) =>
      keep(
        enteredDifferences,
        enteredDifferenceSchema.parse({
          ...inCase(),
          kind,
          tagIds: (on.tags ?? []).map(({ id }) => id),
          passageIds: (on.passages ?? []).map(({ id }) => id),
          description
        })
      ),
    /** Makes a report a form: its boxes and what its narrative tells, as they were read out of its text. */
    form: (report: Report, account: Omit<FormAccount, 'reportId'>) =>
      keep(formAccounts, formAccountSchema.parse({ reportId: report.id, ...account })),
    dispose: (difference: Difference, status: DispositionStatus, reason: string, updatedAt = at) =>
      keep(
        dispositions,
        dispositionSchema.parse({
          ...inCase(),
          differenceKey: difference.key,
          fingerprint: difference.fingerprint,
          status,
          reason,
          updatedAt
        })
      ),
    build: (): ComparisonInput => ({
      case: ofCase,
      people: [...people],
      footage: [...footage],
      tags: [...tags],
      reports: [...reports],
      passages: [...passages],
      statements: [...statements],
      links: [...links],
      absences: [...absences],
      enteredDifferences: [...enteredDifferences],
      dispositions: [...dispositions],
      formAccounts: [...formAccounts]
    })
  }
}

/** An alignment by hand: footage time 0 lies at `offsetS`, in seconds, of the reference. */
export function alignedTo(reference: Footage, offsetS: number): Alignment {
  const offsetUs = offsetS * second
  return alignmentSchema.parse({
    ...{ referenceId: reference.id, offsetUs, driftPpm: 0, nudgedUs: 0, alignedAt: at, alignedBy: reference.createdBy },
    ...{ method: 'hand', confidence: null, pairs: [{ footageUs: 0, referenceUs: offsetUs }] }
  })
}

/** The same record, taken back. */
export function withdrawn<Row extends { createdBy: Case['createdBy']; withdrawn: Case['withdrawn'] }>(row: Row): Row {
  return { ...row, withdrawn: { at, by: row.createdBy, reason: 'entered by mistake' } }
}
