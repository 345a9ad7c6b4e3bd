import type { CaseDraft, PersonDraft } from '#shared/model/case'
import type { Judgement } from '#shared/model/comparison'
import type { FootageDraft } from '#shared/model/footage'
import type { ReportDraft, StatementDraft } from '#shared/model/report'
import type { TagDraft } from '#shared/model/tag'
import type { FootageKey, Keyed, PersonKey, ReportKey, TagKey } from './keyed'

/** What stands on every part of the demonstration. */
export const fictionNotice = 'Demonstration – fictional'

/** Seconds of camera A's footage at which things happen; scenes, sound, tags and tests all go by these. */
export const moments = {
  warning: 14,
  takedown: 26,
  onGround: 28.5,
  novakArrives: 30,
  strikes: [38, 41, 44],
  neededFrom: 37,
  neededTo: 49,
  handcuffing: 52,
  aidCall: 62
} as const

/** Camera B was switched on so many seconds after camera A. */
export const cameraBDelaySeconds = 8

const cameraAStart = '2024-10-13T01:14:00.000Z'
const shiftEnd = '2024-10-13T03:00:00.000Z'

export const caseDraft: CaseDraft = {
  incidentNumber: '24-118302',
  place: 'Main Street, 400 block (demonstration)',
  startsAt: '2024-10-13T01:13:00.000Z',
  endsAt: '2024-10-13T01:20:00.000Z',
  timeZone: 'America/New_York',
  note: `${fictionNotice}. Two drawn recordings and three written accounts, which differ in known ways. Five tags and two links are made already; the rest is for you to find.`
}

export const people: readonly { key: PersonKey; draft: PersonDraft }[] = [
  { key: 'person:rivera', draft: { role: 'officer', name: 'A. Rivera', rank: 'Officer', badgeNumber: '2114', shiftEndsAt: shiftEnd } },
  { key: 'person:novak', draft: { role: 'officer', name: 'B. Novak', rank: 'Officer', badgeNumber: '2087', shiftEndsAt: shiftEnd } },
  { key: 'person:haddad', draft: { role: 'officer', name: 'C. Haddad', rank: 'Sergeant', badgeNumber: '1033', shiftEndsAt: null } },
  { key: 'person:doe', draft: { role: 'subject', name: 'M. Doe (fictional)', rank: '', badgeNumber: '', shiftEndsAt: null } },
  { key: 'person:park', draft: { role: 'witness', name: 'L. Park', rank: '', badgeNumber: '', shiftEndsAt: null } }
]

export interface DemonstrationFootage {
  key: FootageKey
  fileName: string
  durationSeconds: number
  /** Added to a footage second, gives the second of camera A. */
  offsetSeconds: number
  draft: Keyed<FootageDraft>
}

export const cameraA: DemonstrationFootage = {
  key: 'footage:a',
  fileName: 'demonstration-camera-a.mp4',
  durationSeconds: 75,
  offsetSeconds: 0,
  draft: { wearerId: 'person:rivera', cameraLabel: 'Camera A, worn by Officer Rivera', startsAt: cameraAStart }
}

export const cameraB: DemonstrationFootage = {
  key: 'footage:b',
  fileName: 'demonstration-camera-b.mp4',
  durationSeconds: 60,
  offsetSeconds: cameraBDelaySeconds,
  draft: { wearerId: 'person:novak', cameraLabel: 'Camera B, worn by Officer Novak', startsAt: '2024-10-13T01:14:08.000Z' }
}

export interface DemonstrationReport {
  key: ReportKey
  fileName: string
  draft: Keyed<ReportDraft>
}

export const reports: readonly DemonstrationReport[] = [
  {
    key: 'report:rivera',
    fileName: 'demonstration-use-of-force-rivera.pdf',
    draft: {
      ...{ type: 'use-of-force', authorId: 'person:rivera', authorName: '', capacity: 'involved-officer' },
      writtenAt: '2024-10-13T02:05:00.000Z'
    }
  },
  {
    key: 'report:novak',
    fileName: 'demonstration-supplement-novak.docx',
    draft: {
      ...{ type: 'supplement', authorId: 'person:novak', authorName: '', capacity: 'witness-officer' },
      writtenAt: '2024-10-13T14:30:00.000Z'
    }
  },
  {
    key: 'report:park',
    fileName: 'demonstration-witness-park.txt',
    draft: {
      ...{ type: 'witness-statement', authorId: 'person:park', authorName: '', capacity: 'civilian-witness' },
      writtenAt: '2024-10-13T01:50:00.000Z'
    }
  }
]

const us = (seconds: number) => Math.round(seconds * 1e6)
const byRivera: { actorIds: PersonKey[]; targetIds: PersonKey[] } = { actorIds: ['person:rivera'], targetIds: ['person:doe'] }

function tag(
  startSecond: number,
  endSecond: number | null,
  details: Keyed<TagDraft['details']>,
  note: string,
  clauseIds: string[] = []
): Keyed<TagDraft> {
  return { footageId: 'footage:a', startUs: us(startSecond), endUs: endSecond === null ? null : us(endSecond), details, note, clauseIds }
}

/** The tags that are made already. What Officer Novak owed is left to the reviewer. */
export const tags: readonly { key: TagKey; draft: Keyed<TagDraft> }[] = [
  {
    key: 'tag:warning',
    draft: tag(
      moments.warning,
      null,
      { kind: 'warning', count: 1, words: 'Put your hands behind your back.', ...byRivera },
      'His hands are open and in view.'
    )
  },
  {
    key: 'tag:takedown',
    draft: tag(moments.takedown, moments.onGround, { kind: 'force', forceType: 'takedown', bodyArea: null, count: 1, ...byRivera }, '')
  },
  {
    key: 'tag:strikes',
    draft: tag(
      moments.strikes[0],
      moments.strikes[2] + 0.6,
      { kind: 'force', forceType: 'strike', bodyArea: 'head', count: moments.strikes.length, ...byRivera },
      'Three strikes with the right fist, at 0:38, 0:41 and 0:44.'
    )
  },
  {
    key: 'tag:needed',
    draft: tag(
      moments.neededFrom,
      moments.neededTo,
      { kind: 'intervention-needed', presentIds: ['person:novak'], forceTagId: 'tag:strikes' },
      'Officer Novak stands about two steps away.',
      ['s15a']
    )
  },
  { key: 'tag:aid', draft: tag(moments.aidCall, null, { kind: 'medical-aid', ...byRivera }, 'EMS is asked for over the radio.') }
]

const plainly = { isNegated: false, isHearsay: false, isUncertain: false, note: '' }
const strikeQuote = 'I delivered one strike to his upper body'
const aidQuote = 'I requested EMS at 2119 hours'

/** The statements that are marked already; `quote` stands exactly once in the report's text. */
export const statements: readonly { report: ReportKey; quote: string; draft: Keyed<StatementDraft> }[] = [
  {
    report: 'report:rivera',
    quote: strikeQuote,
    draft: { kind: 'force', types: ['strike'], bodyArea: 'upper-body', count: 1, statedAt: null, ...byRivera, ...plainly }
  },
  {
    report: 'report:rivera',
    quote: aidQuote,
    draft: { kind: 'medical-aid', types: [], bodyArea: null, count: null, statedAt: '2024-10-13T01:19:00.000Z', ...byRivera, ...plainly }
  },
  {
    report: 'report:rivera',
    quote: 'He swung at me with a closed fist',
    draft: {
      ...{ kind: 'resistance', types: [], bodyArea: null, count: null, statedAt: null, ...plainly },
      ...{ actorIds: ['person:doe'], targetIds: ['person:rivera'] }
    }
  }
]

/** The links that are made already. */
export const links: readonly { tag: TagKey; report: ReportKey; quote: string; judgement: Judgement; note: string }[] = [
  { tag: 'tag:strikes', report: 'report:rivera', quote: strikeQuote, judgement: 'differs', note: 'The footage shows three, to the head.' },
  { tag: 'tag:aid', report: 'report:rivera', quote: aidQuote, judgement: 'differs', note: 'The clock on the footage shows 21:15.' }
]

/** Reports in which a tag was looked for already and not found. */
export const absences: readonly { tag: TagKey; report: ReportKey; note: string }[] = [
  { tag: 'tag:strikes', report: 'report:novak', note: 'The supplement was read to its end; it tells of no strike.' }
]
