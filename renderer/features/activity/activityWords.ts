import { currentRegion } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import type { LedgerLine } from '#shared/model/ledger'
import type { Tone } from '../../ui/tone'
import type { Topic, Undoing } from './planActivity'

const say = messagesOf('activity')

const actionKeys = {
  'cases.create': 'casesCreate',
  'cases.update': 'casesUpdate',
  'cases.withdraw': 'casesWithdraw',
  'cases.recordViewing': 'casesRecordViewing',
  'people.create': 'peopleCreate',
  'people.update': 'peopleUpdate',
  'people.withdraw': 'peopleWithdraw',
  'footage.load': 'footageLoad',
  'footage.update': 'footageUpdate',
  'footage.withdraw': 'footageWithdraw',
  'footage.align': 'footageAlign',
  'footage.relink': 'footageRelink',
  'footage.verify': 'footageVerify',
  'checks.setInterval': 'checksSetInterval',
  'tags.create': 'tagsCreate',
  'tags.update': 'tagsUpdate',
  'tags.withdraw': 'tagsWithdraw',
  'reports.load': 'reportsLoad',
  'reports.update': 'reportsUpdate',
  'reports.replace': 'reportsReplace',
  'reports.withdraw': 'reportsWithdraw',
  'reports.verify': 'reportsVerify',
  'passages.confirm': 'passagesConfirm',
  'passages.markLost': 'passagesMarkLost',
  'statements.create': 'statementsCreate',
  'statements.update': 'statementsUpdate',
  'statements.withdraw': 'statementsWithdraw',
  'links.create': 'linksCreate',
  'links.update': 'linksUpdate',
  'links.withdraw': 'linksWithdraw',
  'absences.create': 'absencesCreate',
  'absences.withdraw': 'absencesWithdraw',
  'differences.enter': 'differencesEnter',
  'differences.dispose': 'differencesDispose',
  'exports.findings': 'exportsFindings',
  'clips.write': 'clipsWrite',
  'clips.still': 'clipsStill',
  'viewings.record': 'viewingsRecord'
} as const

/** What was done, in few words, e.g. `Tag added`; the method's name where it has none. */
export function actionWords({ kind, action }: Pick<LedgerLine, 'kind' | 'action'>): string {
  if (kind === 'undo' || kind === 'redo') return say(kind)
  return isKnown(action) ? say(actionKeys[action]) : action
}

const isKnown = (action: string): action is keyof typeof actionKeys => action in actionKeys

/** The tone of an entry by how it came about. */
export const kindTones: { readonly [Kind in LedgerLine['kind']]: Tone } = { do: 'context', undo: 'need', redo: 'step', view: 'neutral' }

const topicKeys = {
  case: 'topicCase',
  people: 'topicPeople',
  footage: 'topicFootage',
  tags: 'topicTags',
  reports: 'topicReports',
  comparison: 'topicComparison',
  looks: 'topicLooks',
  undone: 'topicUndone'
} as const satisfies { readonly [Each in Topic]: string }

/** What a topic is called. */
export const topicWords = (topic: Topic): string => say(topicKeys[topic])

const undoKeys = {
  look: 'undoLook',
  undo: 'undoUndo',
  undone: 'undoUndone',
  other: 'undoOther',
  earlier: 'undoEarlier'
} as const satisfies { readonly [Each in Exclude<Undoing, 'now'>]: string }

/** Why an entry cannot be undone. */
export const whyNotUndone = (undoing: Exclude<Undoing, 'now'>): string => say(undoKeys[undoing])

/** A day, `YYYY-MM-DD`, in words. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat(currentRegion(), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
