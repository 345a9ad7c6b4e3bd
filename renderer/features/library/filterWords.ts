import { messagesOf } from '#shared/messages/messagesOf'
import type { QueueFilter } from './planQueue'

const say = messagesOf('library')

const names = {
  taser: 'filterTaser',
  'police-dog': 'filterDog',
  'head-strike': 'filterHead',
  escalation: 'filterEscalation',
  'failure-to-intervene': 'filterFailure',
  'person-in-crisis': 'filterCrisis',
  overdue: 'filterOverdue',
  'open-differences': 'filterDifferences',
  'not-watched': 'filterNotWatched'
} as const satisfies Record<QueueFilter, string>

const grounds = {
  taser: 'restsTaser',
  'police-dog': 'restsDog',
  'head-strike': 'restsHead',
  escalation: 'restsEscalation',
  'failure-to-intervene': 'restsFailure',
  'person-in-crisis': 'restsCrisis',
  overdue: 'restsOverdue',
  'open-differences': 'restsDifferences',
  'not-watched': 'restsNotWatched'
} as const satisfies Record<QueueFilter, string>

/** What a filter is called. */
export const filterName = (filter: QueueFilter): string => say(names[filter])

/** What a filter rests on, in a sentence. */
export const filterGround = (filter: QueueFilter): string => say('restsOn', { name: filterName(filter), what: say(grounds[filter]) })
