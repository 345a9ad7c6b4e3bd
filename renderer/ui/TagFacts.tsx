import { Check, CircleHelp, X } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Person } from '#shared/model/case'
import type { Determination } from '#shared/model/primitives'
import type { Tag } from '#shared/model/tag'
import { elementAnswers, tagLines, tagPeople } from '#shared/domain/tagWords'
import styles from './TagFacts.module.css'

const say = messagesOf('ui')
const answerIcons = { yes: Check, no: X, undetermined: CircleHelp } satisfies Record<Determination, unknown>

/** What a tag records beside its kind and time: who on whom, each element of a failure to intervene, words, note. */
export function TagFacts({ tag, people }: { tag: Tag; people: ReadonlyMap<string, Person> }) {
  const who = tagPeople(tag.details, people)
  const answers = elementAnswers(tag.details)
  return (
    <>
      {who !== '' && <p className={styles['line']}>{who}</p>}
      {answers.length > 0 && (
        <ul className={styles['answers']}>
          {answers.map(({ label, value }) => {
            const Icon = answerIcons[value]
            return (
              <li key={label} className={styles['answer']}>
                <Icon aria-hidden className={styles['icon']} />
                {label} <b className={styles['value']}>{say('answer', { value })}</b>
              </li>
            )
          })}
        </ul>
      )}
      {tagLines(tag).map((line) => (
        <p key={line} className={styles['note']}>
          {line}
        </p>
      ))}
    </>
  )
}
