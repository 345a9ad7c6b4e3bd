import { messagesOf } from '#shared/messages/messagesOf'
import type { Tag } from '#shared/model/tag'
import { useSessionStore } from '../../stores/sessionStore'
import { Checkbox } from '../../ui/Checkbox'
import { reviewNote } from './reviewNote'
import styles from './TagEditor.module.css'
import type { ChangeDraft } from './useTagDraft'

const say = messagesOf('tags')

/** The clauses that a tag cites: those of its kind first, the rest of the codebook on demand. */
export function ClauseFields({ tag, onChange }: { tag: Tag; onChange: ChangeDraft }) {
  const codebook = useSessionStore((state) => state.codebook)
  const own = codebook.tagKinds.find(({ id }) => id === tag.details.kind)?.clauseIds ?? []
  const isNear = (id: string) => own.includes(id) || tag.clauseIds.includes(id)
  const near = codebook.clauses.filter(({ id }) => isNear(id))
  const others = codebook.clauses.filter(({ id }) => !isNear(id))
  const passed = reviewNote(codebook.policy.reviewOn, new Date())
  const cite = (clauseId: string, isCited: boolean) =>
    onChange(
      (draft) => ({
        ...draft,
        clauseIds: isCited
          ? [...draft.clauseIds.filter((id) => id !== clauseId), clauseId]
          : draft.clauseIds.filter((id) => id !== clauseId)
      }),
      ['clauseIds']
    )
  const row = ({ id, label, citation, text }: (typeof near)[number]) => {
    const isCited = tag.clauseIds.includes(id)
    return (
      <div key={id} className={styles['clause']}>
        <Checkbox label={label} hint={citation} isChecked={isCited} onCheckedChange={(isChecked) => cite(id, isChecked)} />
        {isCited && (
          <div className={styles['cited']}>
            {passed !== null && <p className={styles['passed']}>{passed}</p>}
            <details className={styles['clauseText']}>
              <summary>{say('clauseText')}</summary>
              <blockquote>{text}</blockquote>
            </details>
          </div>
        )}
      </div>
    )
  }
  return (
    <section className={styles['field']} aria-label={say('citedClauses')}>
      <span className={styles['label']}>{say('cites')}</span>
      {near.map(row)}
      <details className={styles['clauseText']}>
        <summary>{near.length === 0 ? say('clauses') : say('moreClauses')}</summary>
        <div className={styles['moreClauses']}>{others.map(row)}</div>
      </details>
    </section>
  )
}
