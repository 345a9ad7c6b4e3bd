import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'

const say = messagesOf('timeline')

type LaneId = Codebook['tagKinds'][number]['lane']

const laneKeys = {
  force: 'laneForce',
  needed: 'laneNeeded',
  intervention: 'laneIntervention',
  failure: 'laneFailure',
  context: 'laneContext',
  camera: 'laneCamera'
} as const satisfies { readonly [Id in LaneId]: string }

/** What a lane of the timeline, and the key of its kind of tag, is called. */
export const laneWord = (id: LaneId) => say(laneKeys[id])
