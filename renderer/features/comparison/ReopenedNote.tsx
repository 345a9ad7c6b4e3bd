import { describeTag } from '#shared/domain/records'
import { trimQuote } from '#shared/domain/differences/evidence'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Difference } from '#shared/model/comparison'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import styles from './DispositionForm.module.css'
import { planChangedGround } from './planChangedGround'

const say = messagesOf('comparison')

/** Why a difference that was settled is open again: what of its evidence changed since, and the reason given then. */
export function ReopenedNote({ difference }: { difference: Difference }) {
  const tags = useCaseStore((store) => store.tags)
  const statements = useCaseStore((store) => store.statements)
  const passages = useCaseStore((store) => store.passages)
  const dispositions = useCaseStore((store) => store.dispositions)
  const codebook = useSessionStore((session) => session.codebook)
  const settledAt = [...dispositions.values()]
    .filter(({ differenceKey }) => differenceKey === difference.key)
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1)
  const changed = planChangedGround(difference, settledAt ?? '', { tags, statements, passages })
  const wordsOf = (passageId: string) => trimQuote(passages.get(passageId)?.anchor.exact ?? '')
  const named = [
    ...changed.tags.map((tag) => describeTag(tag, codebook)),
    ...changed.statements.map(({ passageId }) => say('statementOf', { words: wordsOf(passageId) })),
    ...changed.passages.map(({ id }) => say('passageOf', { words: wordsOf(id) }))
  ]
  return (
    <p className={styles['reopened']}>
      <b>{say('groundChanged')}</b> {named.length > 0 ? say('changedSince', { what: named.join('; ') }) : say('changedElsewhere')}{' '}
      {say('reasonThen', { reason: difference.reason })}
    </p>
  )
}
