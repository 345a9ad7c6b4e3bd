import type { ComparisonInput } from '#shared/domain/differences/comparisonInput'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import { caseSchema, personSchema } from '#shared/model/case'
import { absenceSchema, linkSchema } from '#shared/model/comparison'
import { footageSchema } from '#shared/model/footage'
import { passageSchema, reportSchema, statementSchema } from '#shared/model/report'
import { tagSchema } from '#shared/model/tag'

const startsAt = '2024-10-12T21:14:00.000Z'
const sha256 = 'a'.repeat(64)
const areas = ['head', 'chest', 'leg', null] as const

/**
 * A case with so many records: ten officers and five cameras; tags of every lane through the night; reports whose sentences are each
 * a statement, half of them tied to a tag, half looked for in vain; and every fourth tag looked for in vain in one report.
 */
export function createLargeCase(size: { tags: number; reports: number; statements: number }): ComparisonInput {
  let made = 0
  const newId = () => `01900000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`
  const userId = newId()
  const stamp = { createdAt: startsAt, createdBy: userId, updatedAt: startsAt, updatedBy: userId, withdrawn: null }
  const ofCase = caseSchema.parse({
    ...{ id: newId(), incidentNumber: '24-1012', place: 'Main Street', startsAt, endsAt: '2024-10-13T05:00:00.000Z' },
    ...{ timeZone: 'America/New_York', note: '', isDemonstration: false, ...stamp }
  })
  const record = () => ({ id: newId(), caseId: ofCase.id, ...stamp })
  const range = <Made>(count: number, make: (at: number) => Made): Made[] => Array.from({ length: count }, (_, at) => make(at))
  const pick = <Row>(rows: readonly Row[], at: number): Row => {
    const row = rows[at % rows.length]
    if (row === undefined) throw new Error('no rows')
    return row
  }

  const people = range(12, (at) =>
    personSchema.parse({
      ...{ ...record(), role: at < 10 ? 'officer' : 'subject', name: `Person ${at}`, rank: 'Ofc.', badgeNumber: `${at}` },
      shiftEndsAt: '2024-10-13T06:00:00.000Z'
    })
  )
  const footage = range(5, (at) =>
    footageSchema.parse({
      ...{ ...record(), wearerId: null, cameraLabel: `Camera ${at}`, startsAt, mediaId: newId(), fileName: 'camera.mp4' },
      ...{ sourcePath: 'camera.mp4', sha256, sizeBytes: 1, modifiedAtMs: 0, clockMethod: 'reviewer', isPlayableFromSource: true },
      probe: {
        ...{ container: 'mp4', videoCodec: 'h264', audioCodec: 'aac', audioTrackCount: 1, durationUs: 28_800_000_000 },
        ...{ frameRate: { numerator: 30, denominator: 1 }, isVariableFrameRate: false, widthPx: 640, heightPx: 360 },
        ...{ rotationDegrees: 0, recordedAt: null, damage: [] }
      }
    })
  )
  const spacingUs = Math.floor(28_000_000_000 / size.tags)
  const tags = range(size.tags, (at) => {
    const actorIds = [pick(people, at % 10).id]
    const targetIds = [pick(people, 10 + (at % 2)).id]
    const kind = pick(['force', 'force', 'force', 'resistance', 'warning', 'de-escalation', 'medical-aid', 'intervention'] as const, at)
    const isRare = at % 100 === 99
    const details = isRare
      ? { ...emptyTagDetails('intervention-needed'), presentIds: [pick(people, at % 10).id, pick(people, (at + 1) % 10).id] }
      : at % 200 === 50
        ? emptyTagDetails('camera')
        : {
            ...emptyTagDetails(kind),
            ...(kind === 'force'
              ? { forceType: pick(['strike', 'push', 'takedown'], at), bodyArea: pick(areas, at), count: 1 + (at % 3) }
              : {}),
            ...{ actorIds, targetIds }
          }
    return tagSchema.parse({
      ...{
        ...record(),
        footageId: pick(footage, at).id,
        startUs: at * spacingUs,
        endUs: at * spacingUs + 500_000,
        details,
        note: '',
        clauseIds: []
      }
    })
  })
  const reports = range(size.reports, (at) =>
    reportSchema.parse({
      ...{ ...record(), type: 'incident', authorId: pick(people, at % 9).id, authorName: '', capacity: 'involved-officer' },
      ...{ writtenAt: '2024-10-13T05:30:00.000Z', mediaId: newId(), fileName: 'report.txt', sourcePath: 'report.txt', format: 'txt' },
      ...{ sha256, sizeBytes: 1, pageCount: 1, wordCount: 1 }
    })
  )
  const perReport = Math.ceil(size.statements / size.reports)
  const sentences = range(size.statements, (at) => {
    const report = pick(reports, Math.floor(at / perReport))
    const start = (at % perReport) * 100
    const exact = `Sentence ${at} of the report, in which something is told of what happened that night in the street.`.slice(0, 98)
    const anchor = { start, end: start + 98, exact, prefix: '', suffix: '', reportSha256: sha256, extractorVersion: 1 }
    return passageSchema.parse({ ...record(), reportId: report.id, anchor })
  })
  const statements = sentences.map((passage, at) => {
    const tag = pick(tags, at * 2)
    const kind = at % 2 === 1 ? pick(['resistance', 'warning'] as const, at >> 1) : tag.details.kind === 'force' ? 'force' : 'medical-aid'
    return statementSchema.parse({
      ...{
        ...record(),
        passageId: passage.id,
        reportId: passage.reportId,
        kind,
        types: kind === 'force' ? [pick(['strike', 'push'], at)] : []
      },
      ...{ bodyArea: pick(areas, at >> 1), count: 1 + (at % 2), actorIds: [pick(people, at % 10).id], targetIds: [] },
      ...{
        statedAt: at % 5 === 0 ? '2024-10-12T23:00:00.000Z' : null,
        isNegated: at % 50 === 7,
        isHearsay: false,
        isUncertain: false,
        note: ''
      }
    })
  })
  const links = sentences.flatMap((passage, at) =>
    at % 2 === 1
      ? []
      : [
          linkSchema.parse({
            ...record(),
            tagId: pick(tags, at * 2).id,
            passageId: passage.id,
            judgement: pick(['agrees', 'differs'], at >> 1),
            note: ''
          })
        ]
  )
  const absences = [
    ...statements.flatMap(({ id }, at) => (at % 2 === 1 ? [{ kind: 'statement-on-footage', statementId: id }] : [])),
    ...tags.flatMap(({ id }, at) => (at % 4 === 0 ? [{ kind: 'tag-in-report', tagId: id, reportId: pick(reports, at >> 2).id }] : []))
  ].map((subject) => absenceSchema.parse({ ...record(), subject, note: '' }))
  return {
    ...{ case: ofCase, people, footage, tags, reports, passages: sentences, statements, links, absences },
    ...{ enteredDifferences: [], dispositions: [] }
  }
}
