import { useState } from 'react'
import { alignTime, isCyclic } from '#shared/domain/caseClock'
import { describeAlignment, describeMilliseconds } from '#shared/domain/describeAlignment'
import { messagesOf } from '#shared/messages/messagesOf'
import type { AlignmentChange } from '#shared/model/alignment'
import type { Footage } from '#shared/model/footage'
import type { FootageId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import styles from './Alignment.module.css'
import { MatchMoments } from './MatchMoments'
import { SoundSearch } from './SoundSearch'

const say = messagesOf('alignment')

interface CameraPanelProps {
  footage: Footage
  cameras: readonly Footage[]
  nameOf: (id: FootageId) => string
}

/** One camera held against another: by sound, by matching moments, by small steps. */
export function CameraPanel({ footage, cameras, nameOf }: CameraPanelProps) {
  const all = useCaseStore((state) => state.footage)
  const clock = useCaseClock()
  const byId = new Map([...all.values()].map((one) => [one.id, one]))
  const references = cameras.filter(({ id }) => !isCyclic(byId, footage.id, id))
  const [chosenId, setChosenId] = useState<FootageId | null>(footage.alignment?.referenceId ?? null)
  const reference = references.find(({ id }) => id === chosenId) ?? references[0]
  const align = async (change: AlignmentChange) => {
    const { footage: methods } = connection().client
    return (await useSessionStore.getState().write(() => methods.align({ footageId: footage.id, change }))) !== null
  }
  if (reference === undefined) {
    return (
      <section className={styles['panel']} aria-label={nameOf(footage.id)}>
        <h3 className={styles['heading']}>{nameOf(footage.id)}</h3>
        <p className={styles['note']}>{say('isReference')}</p>
      </section>
    )
  }
  const offsetUs = alignTime(clock, footage.id, 0, reference.id)
  return (
    <section className={styles['panel']} aria-label={nameOf(footage.id)}>
      <h3 className={styles['heading']}>{nameOf(footage.id)}</h3>
      <Select
        label={say('against')}
        value={reference.id}
        options={references.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onValueChange={setChosenId}
      />
      <dl className={styles['facts']}>
        <dt>{say('begins')}</dt>
        <dd>{offsetUs === null ? say('notAlignedTwo') : describeStart(offsetUs, nameOf(reference.id))}</dd>
        <dt>{say('found')}</dt>
        <dd>{footage.alignment === undefined ? say('notFound') : describeAlignment(footage.alignment)}</dd>
      </dl>
      {offsetUs !== null && <Nudges footage={footage} reference={reference} offsetUs={offsetUs} onAlign={align} />}
      <SoundSearch footage={footage} reference={reference} onAlign={align} />
      <MatchMoments footage={footage} reference={reference} nameOf={nameOf} onAlign={align} />
    </section>
  )
}

const describeStart = (us: number, other: string) =>
  us === 0 ? say('together', { other }) : say(us > 0 ? 'after' : 'before', { seconds: (Math.abs(us) / 1e6).toFixed(3), other })

interface NudgesProps {
  footage: Footage
  reference: Footage
  offsetUs: number
  onAlign: (change: AlignmentChange) => Promise<boolean>
}

/** Moves a camera by a frame or a millisecond, or takes its alignment back. */
function Nudges({ footage, reference, offsetUs, onAlign }: NudgesProps) {
  const rate = footage.probe.frameRate
  const frameUs = rate === null ? null : Math.round((1e6 * rate.denominator) / rate.numerator)
  const isItsReference = footage.alignment?.referenceId === reference.id
  const move = (nudgeUs: number) =>
    void onAlign(
      isItsReference
        ? { by: 'nudge', nudgeUs }
        : { by: 'hand', referenceId: reference.id, pairs: [{ footageUs: 0, referenceUs: offsetUs + nudgeUs }] }
    )
  const step = (label: string, us: number) => (
    <Button
      size="small"
      onClick={() => move(us)}
      title={say(us < 0 ? 'earlierBy' : 'laterBy', { time: describeMilliseconds(Math.abs(us)).slice(1) })}
    >
      {label}
    </Button>
  )
  return (
    <div className={styles['buttons']} role="group" aria-label={say('smallSteps')}>
      {frameUs !== null && step(say('frameBack'), -frameUs)}
      {step(say('msBack'), -1000)}
      {step(say('msOn'), 1000)}
      {frameUs !== null && step(say('frameOn'), frameUs)}
      {footage.alignment !== undefined && (
        <Button size="small" variant="quiet" onClick={() => void onAlign({ by: 'clear' })}>
          {say('takeBack')}
        </Button>
      )}
    </div>
  )
}
