import { messagesOf } from '#shared/messages/messagesOf'
import type { FrameRate } from '#shared/model/footage'

const say = messagesOf('setup')

/** A frame rate as its exact fraction and as a decimal, e.g. `30000/1001 = 29.970 frames per second`. */
export function formatFrameRate(rate: FrameRate | null, isVariable: boolean): string {
  if (rate === null) return say('fileSilent')
  const exact = rate.denominator === 1 ? `${rate.numerator}` : `${rate.numerator}/${rate.denominator} = ${decimal(rate)}`
  return say(isVariable ? 'fpsVariable' : 'fps', { rate: exact })
}

const decimal = (rate: FrameRate) => (rate.numerator / rate.denominator).toFixed(3)
