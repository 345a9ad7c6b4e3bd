import { Check, LocateFixed, X } from 'lucide-react'
import { planHandAlignment } from '#shared/domain/planHandAlignment'
import { describeDrift } from '#shared/domain/describeAlignment'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { AlignmentChange } from '#shared/model/alignment'
import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'
import { inOwnWords } from '#shared/rpc/problem'
import { CommandKeys } from '../../app/CommandKeys'
import { useMomentStore } from '../../stores/momentStore'
import { usePlayerStore } from '../../stores/playerStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import styles from './Alignment.module.css'

const say = messagesOf('alignment')

interface MatchMomentsProps {
  footage: Footage
  reference: Footage
  nameOf: (id: FootageId) => string
  onAlign: (change: AlignmentChange) => Promise<boolean>
}

const none: readonly number[] = []

/** One or two moments that both cameras show; two tell the drift as well. */
export function MatchMoments({ footage, reference, nameOf, onAlign }: MatchMomentsProps) {
  const own = useMomentStore((state) => state.moments.get(footage.id) ?? none)
  const others = useMomentStore((state) => state.moments.get(reference.id) ?? none)
  const pairs = own.flatMap((footageUs, index) => {
    const referenceUs = others[index]
    return referenceUs === undefined ? [] : [{ footageUs, referenceUs }]
  })
  const plan = pairs.length === 0 ? null : planHandAlignment(pairs)
  return (
    <div className={styles['way']}>
      <div className={styles['wayHead']}>
        <h4>{say('byHand')}</h4>
        <MarkShown cameras={[reference, footage]} nameOf={nameOf} />
      </div>
      <table className={styles['moments']}>
        <thead>
          <tr>
            <th scope="col">{nameOf(reference.id)}</th>
            <th scope="col">{nameOf(footage.id)}</th>
          </tr>
        </thead>
        <tbody>
          {[0, 1].map((index) => (
            <tr key={index}>
              <Moment footageId={reference.id} timeUs={others[index]} index={index} />
              <Moment footageId={footage.id} timeUs={own[index]} index={index} />
            </tr>
          ))}
        </tbody>
      </table>
      {plan === null ? (
        <p className={styles['note']}>
          {say('showMoment')} <CommandKeys id="case.markMoment" /> {say('showMomentThen')}
        </p>
      ) : plan.problem !== null ? (
        <p role="status">{inOwnWords(plan.problem).what}</p>
      ) : (
        <div className={styles['buttons']}>
          <Button
            size="small"
            variant="primary"
            icon={Check}
            onClick={() => void onAlign({ by: 'hand', referenceId: reference.id, pairs })}
          >
            {say(pairs.length === 2 ? 'alignBoth' : 'alignThis')}
          </Button>
          <span className={styles['note']}>
            {say(plan.offsetUs < 0 ? 'beginsBefore' : 'beginsAfter', { seconds: (Math.abs(plan.offsetUs) / 1e6).toFixed(3) })}
            {plan.driftPpm === 0 ? '' : say('driftOf', { drift: describeDrift(plan.driftPpm) })}
          </span>
        </div>
      )}
    </div>
  )
}

function Moment({ footageId, timeUs, index }: { footageId: FootageId; timeUs: number | undefined; index: number }) {
  if (timeUs === undefined) return <td className={styles['noMoment']}>{say('notMarked')}</td>
  return (
    <td>
      <span className={styles['moment']}>
        {formatFootageTime(timeUs)}
        <IconButton icon={X} label={say('takeMarkBack')} size="small" onClick={() => useMomentStore.getState().unmark(footageId, index)} />
      </span>
    </td>
  )
}

/** Marks the frame that the player shows, where it is of one of the two cameras. */
function MarkShown({ cameras, nameOf }: { cameras: readonly Footage[]; nameOf: (id: FootageId) => string }) {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const shownId = usePlayerStore((state) => (state.controls === null ? null : state.footageId))
  const shown = cameras.find(({ id }) => id === shownId)
  if (shown === undefined) return null
  return (
    <Button size="small" icon={LocateFixed} onClick={() => useMomentStore.getState().mark(shown.id, timeUs)}>
      {say('markOf', { time: formatFootageTime(timeUs), camera: nameOf(shown.id) })}
    </Button>
  )
}
