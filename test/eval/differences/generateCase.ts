import { caseSchema, personSchema } from '#shared/model/case'
import { absenceSchema, linkSchema, type AbsenceSubject, type FormAccount } from '#shared/model/comparison'
import type { CaseSnapshot } from '#shared/model/entities'
import { footageSchema } from '#shared/model/footage'
import {
  passageSchema,
  reportSchema,
  reportTextSchema,
  statementSchema,
  type FormField,
  type Passage,
  type Statement
} from '#shared/model/report'
import { tagSchema, type Tag, type TagDetails } from '#shared/model/tag'
import { createRandom } from './createRandom'
import {
  cameraLengthS,
  planIncident,
  shiftEndS,
  type Account,
  type Box,
  type BoxSubject,
  type Event,
  type Remark,
  type Telling,
  type Truth
} from './incident'
import { asides, boxNames, clauseOf, names, sentenceOf } from './sentences'

type Lists = 'case' | 'people' | 'footage' | 'tags' | 'reports' | 'passages' | 'statements' | 'links' | 'absences'

/** A case as a careful reviewer would record it, and the differences that are truly in it. */
export interface GeneratedCase extends Pick<CaseSnapshot, Lists | 'enteredDifferences' | 'dispositions'> {
  formAccounts: FormAccount[]
  reportTexts: ReturnType<typeof reportTextSchema.parse>[]
  truths: ExpectedDifference[]
}

/** One difference that ought to be found: it names all of these, and of each event one of its tags. */
export interface ExpectedDifference {
  kind: Truth['kind']
  tagIdsOfEvents: string[][]
  passageIds: string[]
  reportIds: string[]
  personIds: string[]
  boxName: string | null
}

const beganMs = Date.UTC(2024, 9, 13, 1, 14)
const instant = (atS: number) => new Date(beganMs + atS * 1000).toISOString()
const sha256 = 'b'.repeat(64)

/** The case of a seed: the same each time. Without mistakes in about one of six. */
export function generateCase(seed: number): GeneratedCase {
  const incident = planIncident(seed)
  const random = createRandom(seed ^ 0x5bd1e995)
  let made = seed * 1000
  const newId = () => `01900000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`
  const userId = newId()
  const stamp = { createdAt: instant(0), createdBy: userId, updatedAt: instant(0), updatedBy: userId, withdrawn: null }
  const ofCase = caseSchema.parse({
    ...{ id: newId(), incidentNumber: `G-${seed}`, place: 'Elm Street', startsAt: instant(0), endsAt: instant(cameraLengthS) },
    ...{ timeZone: 'America/New_York', note: '', isDemonstration: false, ...stamp }
  })
  const record = () => ({ id: newId(), caseId: ofCase.id, ...stamp })
  const people = names.map((name, at) =>
    personSchema.parse({
      ...{ ...record(), role: at === 3 ? 'subject' : 'officer', name, rank: at === 3 ? '' : 'Ofc.', badgeNumber: '' },
      shiftEndsAt: at === 3 ? null : instant(shiftEndS)
    })
  )
  const idOf = (person: number) => people.slice(person, person + 1).map(({ id }) => id)
  const footage = footageSchema.parse({
    ...{
      ...record(),
      wearerId: null,
      cameraLabel: 'Unit 4',
      startsAt: instant(0),
      mediaId: newId(),
      fileName: 'unit4.mp4',
      sourcePath: 'unit4.mp4'
    },
    ...{ sha256, sizeBytes: 1, modifiedAtMs: 0, clockMethod: 'reviewer', isPlayableFromSource: true },
    probe: {
      ...{ container: 'mp4', videoCodec: 'h264', audioCodec: 'aac', audioTrackCount: 1, durationUs: cameraLengthS * 1e6 },
      ...{ frameRate: { numerator: 30, denominator: 1 }, isVariableFrameRate: false, widthPx: 640, heightPx: 360 },
      ...{ rotationDegrees: 0, recordedAt: null, damage: [] }
    }
  })

  const tags: Tag[] = []
  const tag = (fromS: number, toS: number, details: TagDetails): Tag => {
    const one = tagSchema.parse({
      ...{
        ...record(),
        footageId: footage.id,
        startUs: fromS * 1e6,
        endUs: toS === fromS ? null : toS * 1e6,
        details,
        note: '',
        clauseIds: []
      }
    })
    tags.push(one)
    return one
  }
  const tagsOf = new Map<Event, Tag[]>(
    incident.events.map((event) => {
      const doing = { actorIds: idOf(event.actor), targetIds: event.kind === 'resistance' ? [] : idOf(3) }
      // Some reviewers mark each blow, others one range with a number.
      const isEach = event.kind === 'force' && event.count > 1 && event.toS - event.fromS >= event.count && random.chance(0.4)
      if (!isEach) return [event, [tag(event.fromS, event.toS, detailsOf(event, event.count, doing))]]
      return [event, Array.from({ length: event.count }, (_, at) => tag(event.fromS + at, event.fromS + at, detailsOf(event, null, doing)))]
    })
  )
  if (incident.mutedS !== null) tag(incident.mutedS.from, incident.mutedS.to, { kind: 'camera', state: 'muted' })
  if (incident.needed !== null) {
    const { fromS, toS, present, about } = incident.needed
    const forceTagId = tagsOf.get(about)?.[0]?.id ?? null
    tag(fromS, toS, { kind: 'intervention-needed', presentIds: present.flatMap(idOf), forceTagId })
  }

  const absent: AbsenceSubject[] = []
  const passages: Passage[] = []
  const statements: Statement[] = []
  const links: CaseSnapshot['links'] = []
  const formAccounts: FormAccount[] = []
  const passageOf = new Map<Telling, Passage>()
  const reportIds = new Map<Account, string>()
  const nameOfBox = new Map<Box, string>()
  const reportTexts: GeneratedCase['reportTexts'] = []
  const reports = incident.accounts.map((account) => {
    const { text, places, remarks, boxes, formFields } = write(account, random)
    for (const { box, name } of boxes) nameOfBox.set(box, name)
    const report = reportSchema.parse({
      ...{
        ...record(),
        type: account.boxes === null ? 'incident' : 'use-of-force',
        authorId: idOf(account.author)[0] ?? null,
        authorName: ''
      },
      ...{
        capacity: 'involved-officer',
        writtenAt: instant(account.writtenS),
        mediaId: newId(),
        fileName: 'report.txt',
        sourcePath: 'report.txt'
      },
      ...{ format: 'txt', sha256, sizeBytes: 1, pageCount: 1, wordCount: 1 }
    })
    reportIds.set(account, report.id)
    reportTexts.push(
      reportTextSchema.parse({ ...record(), reportId: report.id, extractor: 'none', extractorVersion: 1, text, pages: [], formFields })
    )
    for (const { tellings, start, end } of places) {
      const anchor = { start, end, exact: text.slice(start, end), prefix: '', suffix: '', reportSha256: sha256, extractorVersion: 1 }
      const passage = passageSchema.parse({ ...record(), reportId: report.id, anchor })
      passages.push(passage)
      for (const telling of tellings) {
        passageOf.set(telling, passage)
        const statement = statementSchema.parse({ ...record(), passageId: passage.id, reportId: report.id, ...recorded(telling, idOf) })
        statements.push(statement)
        if (telling.event === null) absent.push({ kind: 'statement-on-footage', statementId: statement.id })
        for (const { id: tagId } of telling.event === null ? [] : (tagsOf.get(telling.event) ?? [])) {
          links.push(linkSchema.parse({ ...record(), tagId, passageId: passage.id, judgement: 'agrees', note: '' }))
        }
      }
    }
    for (const event of account.omitted) {
      if (incident.unseen.some((one) => one.event === event && one.account === account)) continue
      for (const { id: tagId } of tagsOf.get(event) ?? []) absent.push({ kind: 'tag-in-report', tagId, reportId: report.id })
    }
    if (account.boxes !== null) formAccounts.push({ reportId: report.id, ...formOf(account, text, boxes, remarks, passageOf) })
    return report
  })

  const expected = (truth: Truth): ExpectedDifference => ({
    kind: truth.kind,
    tagIdsOfEvents: truth.events.map((event) => (tagsOf.get(event) ?? []).map(({ id }) => id)),
    passageIds: truth.tellings.flatMap((telling) => passageOf.get(telling)?.id ?? []),
    reportIds: truth.accounts.flatMap((account) => reportIds.get(account) ?? []),
    personIds: truth.person === null ? [] : idOf(truth.person),
    boxName: truth.box === null ? null : (nameOfBox.get(truth.box) ?? null)
  })
  return {
    ...{ case: ofCase, people, footage: [footage], tags, reports, passages, statements, links, formAccounts, reportTexts },
    absences: absent.map((subject) => absenceSchema.parse({ ...record(), subject, note: '' })),
    ...{ enteredDifferences: [], dispositions: [], truths: incident.truths.map(expected) }
  }
}

type Doing = { actorIds: ReturnType<typeof personSchema.parse>['id'][]; targetIds: ReturnType<typeof personSchema.parse>['id'][] }

function detailsOf({ kind, type, area }: Event, count: number | null, doing: Doing): TagDetails {
  switch (kind) {
    case 'force':
      return { kind, forceType: type, bodyArea: area, count, ...doing }
    case 'warning':
      return { kind, count: null, words: '', ...doing }
    case 'resistance':
      return { kind, level: 'active', ...doing }
    case 'intervention':
      return { kind, method: 'physical', forceTagId: null, ...doing }
    case 'medical-aid':
      return { kind, ...doing }
  }
}

/** What a careful reviewer writes down of a telling. */
function recorded(telling: Telling, idOf: (person: number) => readonly string[]) {
  const { kind, type, area, count, actor, statedS, isDenied } = telling
  const isForce = kind === 'force'
  return {
    ...{ kind, types: isForce ? [type] : [], bodyArea: area, count: isForce ? count : null, isNegated: isDenied },
    ...{ actorIds: actor === null ? [] : idOf(actor), targetIds: kind === 'resistance' ? [] : idOf(3) },
    ...{ statedAt: statedS === null ? null : instant(Math.floor(statedS / 60) * 60), isHearsay: false, isUncertain: false, note: '' }
  }
}

interface WrittenBox {
  box: Box
  name: string
  isQuestion: boolean
  start: number
  end: number
}

interface WrittenRemark {
  remark: Remark
  start: number
  end: number
}

/** The text of a report, with the sentences of its tellings and the boxes of its form. */
function write(account: Account, random: ReturnType<typeof createRandom>) {
  let text = ''
  const formFields: FormField[] = []
  const boxes = (account.boxes ?? []).map((box): WrittenBox => {
    const name = random.pick(boxNames[box.about])
    // Some forms ask, with a box for yes and one for no.
    const isQuestion = random.chance(0.3)
    if (isQuestion) text += `${name}: `
    const start = text.length
    const choices = isQuestion ? [['Yes', box.isTicked] as const, ['No', !box.isTicked] as const] : [[name, box.isTicked] as const]
    choices.forEach(([value, isTicked], at) => {
      if (at > 0) text += ' '
      const from = text.length
      text += `[${isTicked ? 'X' : ' '}] ${value}`
      formFields.push({ name: value, label: null, value, isTicked, start: from, end: text.length })
    })
    const end = text.length
    text += '\n'
    return { box, name, isQuestion, start, end }
  })
  const places: { tellings: Telling[]; start: number; end: number }[] = []
  account.tellings.forEach((telling, at) => {
    const clause = `${telling.statedS === null ? '' : `at ${clockOf(telling.statedS)}, `}${clauseOf(telling, account.author, random)}`
    const place = places.at(-1)
    if (telling.isJoined && place !== undefined) {
      text = `${text.slice(0, place.end - 1)} and ${clause}.`
      place.tellings.push(telling)
      place.end = text.length
      return
    }
    if (at > 0 && random.chance(0.2)) text += ` ${random.pick(asides)}`
    if (text !== '' && !text.endsWith('\n')) text += ' '
    const start = text.length
    text += `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`
    places.push({ tellings: [telling], start, end: text.length })
  })
  const remarks = account.remarks.map((remark): WrittenRemark => {
    if (text !== '' && !text.endsWith('\n')) text += ' '
    const start = text.length
    text += sentenceOf(remark, random)
    return { remark, start, end: text.length }
  })
  return { text, places, remarks, boxes, formFields }
}

/** The form as a reader without faults would take it in. */
function formOf(
  account: Account,
  text: string,
  boxes: readonly WrittenBox[],
  remarks: readonly WrittenRemark[],
  passageOf: ReadonlyMap<Telling, Passage>
): Omit<FormAccount, 'reportId'> {
  const told = (about: BoxSubject, isNegated: boolean, { start, end }: { start: number; end: number }) => ({
    ...{ ...subjectOf(about), party: null, isNegated, isHearsay: false, quote: text.slice(start, end), start, end }
  })
  return {
    boxes: boxes.map(({ box: { about, isTicked }, name, isQuestion, start, end }) => ({
      ...{ name, ...subjectOf(about), party: null, isDenial: false, isOffer: false, isQuestion },
      ...{ isTicked, start, end }
    })),
    told: [
      ...account.tellings.flatMap((telling) => {
        const anchor = passageOf.get(telling)?.anchor
        if (anchor === undefined || telling.isDenied) return []
        return [told(telling.kind === 'force' ? telling.type : telling.kind, false, anchor)]
      }),
      ...remarks.map(({ remark: { about, isDenied }, ...span }) => told(about, isDenied, span))
    ]
  }
}

/** What a box or a sentence is about, in the terms of the comparison. */
function subjectOf(about: BoxSubject): Pick<FormAccount['boxes'][number], 'kind' | 'types'> {
  switch (about) {
    case 'warning':
    case 'resistance':
    case 'intervention':
    case 'medical-aid':
    case 'injury':
    case 'camera':
    case 'de-escalation':
    case 'threat':
      return { kind: about, types: [] }
    case 'frisk':
    case 'vehicle-search':
      return { kind: 'topic', types: [about] }
    default:
      return { kind: 'force', types: [about] }
  }
}

function clockOf(atS: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' }).format(
    beganMs + Math.floor(atS / 60) * 60_000
  )
}
