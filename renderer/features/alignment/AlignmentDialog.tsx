import { useState } from 'react'
import { planCaseClock } from '#shared/domain/caseClock'
import { isActive } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FootageId } from '#shared/model/ids'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/classNames'
import { Dialog } from '../../ui/Dialog'
import styles from './Alignment.module.css'
import { CameraPanel } from './CameraPanel'
import { cameraName } from '../../ui/cameraName'
import { describePlace } from './placeWords'

const say = messagesOf('alignment')

/** Where each camera of the case stands on the case clock, and how to put it right. */
export function AlignmentDialog({ onClose }: { onClose: () => void }) {
  const footage = useCaseStore((state) => state.footage)
  const people = useCaseStore((state) => state.people)
  const timeZone = useCaseStore((state) => state.case?.timeZone ?? 'UTC')
  const clock = useCaseClock()
  // Rows keep their places while cameras are moved: in the order in which they were loaded.
  const cameras = [...footage.values()].filter(isActive).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const [chosenId, setChosenId] = useState<FootageId | null>(() => firstToAlign(cameras))
  const nameOf = (id: FootageId) => {
    const found = footage.get(id)
    return found === undefined ? say('noCamera') : cameraName(found, people)
  }
  const chosen = cameras.find(({ id }) => id === chosenId) ?? cameras[0]
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={say('align')}
      width="wide"
      description={say('hint')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {say('done')}
        </Button>
      }
    >
      <div className={styles['columns']}>
        <ul className={styles['cameras']} aria-label={say('cameras')}>
          {cameras.map(({ id }) => {
            const { begins, how, isAligned } = describePlace(clock, id, timeZone, nameOf)
            return (
              <li key={id}>
                <button
                  type="button"
                  className={classNames(styles['camera'], id === chosen?.id && styles['isChosen'])}
                  aria-current={id === chosen?.id}
                  onClick={() => setChosenId(id)}
                >
                  <span className={styles['cameraName']}>{nameOf(id)}</span>
                  <span className={classNames(styles['begins'], !isAligned && styles['isUnaligned'])}>{begins}</span>
                  <span className={styles['how']}>{how}</span>
                </button>
              </li>
            )
          })}
        </ul>
        {chosen !== undefined && <CameraPanel key={chosen.id} footage={chosen} cameras={cameras} nameOf={nameOf} />}
      </div>
    </Dialog>
  )
}

/** The camera on screen unless it is the one that others are held against; else the first that is not aligned. */
function firstToAlign(cameras: Parameters<typeof planCaseClock>[0] & readonly { id: FootageId }[]): FootageId | null {
  const clock = planCaseClock(cameras)
  const isReference = (id: FootageId) => [...clock.places.values()].some(({ referenceId }) => referenceId === id)
  const shownId = usePlayerStore.getState().footageId
  const shown = cameras.slice(1).find(({ id }) => id === shownId && !isReference(id))
  const unaligned = cameras.slice(1).find(({ id }) => clock.places.get(id)?.referenceId === null && !isReference(id))
  return (shown ?? unaligned ?? cameras[1] ?? cameras[0])?.id ?? null
}
