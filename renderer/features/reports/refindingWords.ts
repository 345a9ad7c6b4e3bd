import type { Passage, Refinding, Report } from '#shared/model/report'

/** Why a passage needs a look, in a sentence. */
export function refindingWords(refinding: Refinding): string {
  if (refinding.state === 'lost') {
    return refinding.isSettled ? 'A person said that it is no longer in the report.' : 'Not found in the present text.'
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
    case 'beside':
      return 'Its words are the same, but few, and the words beside them changed.'
  }
}

/** What the passages that are not certain of a report come to, in a sentence; empty where there are none. */
export function bannerWords(passages: readonly Passage[], report: Pick<Report, 'sha256'>): string {
  const settled = passages.filter(({ refinding }) => refinding?.state === 'lost' && refinding.isSettled).length
  const waiting = passages.length - settled
  if (waiting > 0) return `${waiting === 1 ? '1 passage needs' : `${waiting} passages need`} a look: ${becauseOf(passages, report)}.`
  if (settled === 0) return ''
  return `${settled === 1 ? '1 passage of a former version is' : `${settled} passages of a former version are`} no longer in this report.`
}

/** Why passages of a report are not certain: its file was replaced, or the same file read again. */
export function becauseOf(passages: readonly Passage[], { sha256 }: Pick<Report, 'sha256'>): string {
  const isSameFile = passages.every(({ anchor }) => anchor.reportSha256 === sha256)
  return isSameFile ? 'this report was read again by a later version of the app' : 'this report was replaced by a corrected version'
}
