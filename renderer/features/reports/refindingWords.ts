import type { Passage, Refinding } from '#shared/model/report'

/** Why a passage needs a look, in a sentence. */
export function refindingWords(refinding: Refinding): string {
  if (refinding.state === 'lost') {
    return refinding.isSettled ? 'A person said that it is no longer in the report.' : 'Not found in the corrected version.'
  }
  switch (refinding.reason) {
    case 'words':
      return 'Its words changed.'
    case 'moved':
      return 'The same words stand in another place.'
    case 'repeated':
      return 'The same words stand in several places, and nothing tells which is meant.'
    case 'sentence':
      return 'Its words are the same, but a word that denies came into the sentence, or went.'
  }
}

/** What the passages that are not certain of a replaced report come to, in a sentence; empty where there are none. */
export function bannerWords(passages: readonly Passage[]): string {
  const settled = passages.filter(({ refinding }) => refinding?.state === 'lost' && refinding.isSettled).length
  const waiting = passages.length - settled
  if (waiting > 0) {
    return `${waiting === 1 ? '1 passage needs' : `${waiting} passages need`} a look: this report was replaced by a corrected version.`
  }
  if (settled === 0) return ''
  return `${settled === 1 ? '1 passage of a former version is' : `${settled} passages of a former version are`} no longer in this report.`
}
