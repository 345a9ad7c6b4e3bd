import type { PassageId } from '#shared/model/ids'
import type { Passage, PassageSpan } from '#shared/model/report'

/** What of reports a difference rests on that is being entered: passages, and words that are no passage yet. */
export interface DraftEvidence {
  passageIds: PassageId[]
  span: PassageSpan | null
}

/** The words that a reviewer selected, as the passage that they are where they are one already. */
export function planDraftEvidence(span: PassageSpan | null, passages: Iterable<Passage>): DraftEvidence {
  if (span === null) return { passageIds: [], span }
  const known = [...passages].find(
    ({ withdrawn, reportId, anchor, refinding }) =>
      withdrawn === null && refinding === undefined && reportId === span.reportId && anchor.start === span.start && anchor.end === span.end
  )
  return known === undefined ? { passageIds: [], span } : { passageIds: [known.id], span: null }
}
