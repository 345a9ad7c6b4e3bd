import { messagesOf } from '#shared/messages/messagesOf'
import type { DispositionStatus } from '#shared/model/comparison'

const say = messagesOf('comparison')

/** What a disposition is called, in the language spoken now. */
export const dispositionLabel = (status: DispositionStatus): string => say('status', { status })
