import { messagesOf } from '#shared/messages/messagesOf'
import type { Passage, Refinding, Report } from '#shared/model/report'

const say = messagesOf('reports')

/** Why a passage needs a look, in a sentence. */
export function refindingWords(refinding: Refinding): string {
  if (refinding.state === 'lost') {
    return refinding.isSettled ? say('refSettled') : say('refLost')
  }
  switch (refinding.reason) {
    case 'words':
      return say('refWords')
    case 'moved':
      return say('refMoved')
    case 'repeated':
      return say('refRepeated')
    case 'sentence':
      return say('refSentence')
    case 'beside':
      return say('refBeside')
  }
}

/** What the passages that are not certain of a report come to, in a sentence; empty where there are none. */
export function bannerWords(passages: readonly Passage[], report: Pick<Report, 'sha256'>): string {
  const settled = passages.filter(({ refinding }) => refinding?.state === 'lost' && refinding.isSettled).length
  const waiting = passages.length - settled
  if (waiting > 0) return say('passagesNeedLook', { count: waiting, because: becauseOf(passages, report) })
  if (settled === 0) return ''
  return say('passagesGone', { count: settled })
}

/** Why passages of a report are not certain: its file was replaced, or the same file read again. */
export function becauseOf(passages: readonly Passage[], { sha256 }: Pick<Report, 'sha256'>): string {
  const isSameFile = passages.every(({ anchor }) => anchor.reportSha256 === sha256)
  return isSameFile ? say('becauseReread') : say('becauseReplaced')
}
