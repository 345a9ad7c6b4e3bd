import type { FrameRate } from '#shared/model/footage'

/** A frame rate as its exact fraction and as a decimal, e.g. `30000/1001 = 29.970 frames per second`. */
export function formatFrameRate(rate: FrameRate | null, isVariable: boolean): string {
  if (rate === null) return 'the file does not say'
  const exact = rate.denominator === 1 ? `${rate.numerator}` : `${rate.numerator}/${rate.denominator} = ${decimal(rate)}`
  return `${exact} frames per second${isVariable ? ' on average, variable' : ''}`
}

const decimal = (rate: FrameRate) => (rate.numerator / rate.denominator).toFixed(3)
