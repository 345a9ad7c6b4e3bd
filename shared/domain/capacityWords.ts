import { messagesOf } from '../messages/messagesOf'
import type { ReportCapacity } from '../model/report'

const say = messagesOf('ui')

/** In what capacity an account was written, for reading. */
export const capacityWords: Readonly<Record<ReportCapacity, string>> = {
  get 'involved-officer'() {
    return say('involvedOfficer')
  },
  get 'witness-officer'() {
    return say('witnessOfficer')
  },
  get supervisor() {
    return say('supervisor')
  },
  get 'civilian-witness'() {
    return say('civilianWitness')
  },
  get subject() {
    return say('subject')
  },
  get other() {
    return say('otherCapacity')
  }
}
