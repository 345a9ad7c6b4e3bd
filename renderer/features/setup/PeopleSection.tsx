import { EllipsisVertical, Pencil, Undo2, UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { isActive } from '#shared/domain/records'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Person, PersonRole } from '#shared/model/case'
import type { CaseId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { PersonDialog } from './PersonDialog'
import row from './Row.module.css'
import { Section } from './Section'
import { WithdrawnList } from './WithdrawnList'

const say = messagesOf('setup')

type Overlay = { kind: 'new' } | { kind: 'edit' | 'withdraw'; person: Person } | null

const roles = [
  { role: 'officer', titleKey: 'officers' },
  { role: 'subject', titleKey: 'subjects' },
  { role: 'witness', titleKey: 'witnesses' }
] as const satisfies readonly { role: PersonRole; titleKey: string }[]

/** The officers, subjects and witnesses of a case. */
export function PeopleSection({ caseId, timeZone }: { caseId: CaseId; timeZone: string }) {
  const people = useCaseStore((state) => state.people)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  const all = [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  const active = all.filter(isActive)
  const add = (
    <Button size="small" icon={UserPlus} onClick={() => setOverlay({ kind: 'new' })}>
      {say('addPerson')}
    </Button>
  )
  return (
    <Section title={say('people')} count={active.length} actions={add}>
      {active.length === 0 && (
        <EmptyState icon={UsersRound} title={say('nobody')}>
          {say('nobodyHint')}
        </EmptyState>
      )}
      {roles.map(({ role, titleKey }) => {
        const title = say(titleKey)
        const members = active.filter((person) => person.role === role)
        return members.length === 0 ? null : (
          <div key={role}>
            <h3 className={row['group']}>{title}</h3>
            <ul className={row['list']} aria-label={title}>
              {members.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  timeZone={timeZone}
                  onEdit={() => setOverlay({ kind: 'edit', person })}
                  onWithdraw={() => setOverlay({ kind: 'withdraw', person })}
                />
              ))}
            </ul>
          </div>
        )
      })}
      <WithdrawnList
        records={all
          .filter((person) => !isActive(person))
          .map(({ id, name, withdrawn }) => ({ id, name, reason: withdrawn?.reason ?? '' }))}
      />
      {overlay?.kind === 'new' && <PersonDialog caseId={caseId} timeZone={timeZone} onClose={close} />}
      {overlay?.kind === 'edit' && <PersonDialog caseId={caseId} timeZone={timeZone} existing={overlay.person} onClose={close} />}
      {overlay?.kind === 'withdraw' && (
        <ReasonDialog
          open
          onOpenChange={close}
          title={say('withdrawName', { name: overlay.person.name })}
          description={say('withdrawPerson')}
          confirmLabel={say('withdraw')}
          onConfirm={async (reason) => {
            const { people: methods } = connection().client
            return (await useSessionStore.getState().write(() => methods.withdraw({ personId: overlay.person.id, reason }))) !== null
          }}
        />
      )}
    </Section>
  )
}

interface PersonRowProps {
  person: Person
  timeZone: string
  onEdit: () => void
  onWithdraw: () => void
}

function PersonRow({ person, timeZone, onEdit, onWithdraw }: PersonRowProps) {
  const facts = [
    person.rank,
    person.badgeNumber === '' ? '' : say('badge', { number: person.badgeNumber }),
    person.shiftEndsAt === null ? '' : say('shiftEnds', { when: formatInstant(person.shiftEndsAt, timeZone) })
  ].filter((fact) => fact !== '')
  return (
    <li className={row['row']}>
      <div className={row['words']}>
        <div className={row['name']}>
          <span className={row['nameText']} title={person.name}>
            {person.name}
          </span>
        </div>
        {facts.length > 0 && <p className={row['facts']}>{facts.join(' · ')}</p>}
      </div>
      <Menu
        trigger={<IconButton icon={EllipsisVertical} label={say('moreFor', { name: person.name })} size="small" />}
        items={[
          { label: say('change'), icon: Pencil, onSelect: onEdit },
          { label: say('withdraw'), icon: Undo2, isDanger: true, onSelect: onWithdraw }
        ]}
      />
    </li>
  )
}
