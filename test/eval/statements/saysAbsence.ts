import type { ReadStatement } from '#shared/model/report'

const denying = /\b(?:no|not|never|nobody|none|neither|nothing|refus\w+|fail\w+|declin\w+|neglect\w+)\b|n['’]t\b/i

/**
 * Whether a reading states by its kind that something did not happen: "did not intervene" is read as a failure to intervene, and "did
 * not comply" as resistance. A label that calls the intervening or the complying itself denied says the same.
 */
export const saysAbsence = (text: string, { kind, negated, evidence }: ReadStatement): boolean =>
  !negated &&
  (kind === 'failure-to-intervene' || kind === 'resistance') &&
  (evidence.kind ?? []).some(({ start, end }) => denying.test(text.slice(start, end)))
