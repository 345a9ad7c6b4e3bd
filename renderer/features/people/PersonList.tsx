import { useEffect, useRef } from 'react'
import type { PersonPlan } from '#shared/domain/planPeople'
import { messagesOf } from '#shared/messages/messagesOf'
import type { PersonId } from '#shared/model/ids'
import { classNames } from '../../ui/classNames'
import styles from './People.module.css'
import { describeInList } from './peopleWords'

const say = messagesOf('people')
const groups = [
  ['officer', 'officers'],
  ['subject', 'subjects'],
  ['witness', 'witnesses']
] as const

interface PersonListProps {
  plans: readonly PersonPlan[]
  shownId: PersonId
  onShow: (id: PersonId) => void
}

/** The people of a case by role, one of them shown. */
export function PersonList({ plans, shownId, onShow }: PersonListProps) {
  const shown = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [shownId])
  return (
    <div className={styles['people']}>
      {groups.map(([role, title]) => {
        const members = plans.filter(({ person }) => person.role === role)
        return members.length === 0 ? null : (
          <div key={role}>
            <h2 className={styles['group']}>
              {say(title)} <span className={styles['count']}>{members.length}</span>
            </h2>
            <ul>
              {members.map((plan) => {
                const { id, name } = plan.person
                return (
                  <li key={id}>
                    <button
                      ref={id === shownId ? shown : undefined}
                      type="button"
                      data-person={id}
                      className={classNames(styles['person'], id === shownId && styles['selected'])}
                      aria-current={id === shownId}
                      onClick={() => onShow(id)}
                    >
                      <b className={styles['personName']} title={name}>
                        {name}
                      </b>
                      <span className={styles['sub']}>{describeInList(plan)}</span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
