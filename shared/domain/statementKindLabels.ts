import { messagesOf } from '../messages/messagesOf'
import type { StatementKind } from '../model/report'

const say = messagesOf('ui')

/** What each kind of statement is called, in the language spoken now. */
export const statementKindLabels: { readonly [Kind in StatementKind]: string } = {
  get force() {
    return say('force')
  },
  get resistance() {
    return say('resistance')
  },
  get threat() {
    return say('threat')
  },
  get warning() {
    return say('warning')
  },
  get 'de-escalation'() {
    return say('deEscalation')
  },
  get intervention() {
    return say('intervention')
  },
  get 'failure-to-intervene'() {
    return say('failureToIntervene')
  },
  get 'medical-aid'() {
    return say('medicalAid')
  },
  get injury() {
    return say('injury')
  },
  get camera() {
    return say('camera')
  }
}
