import { describeOffset } from '#shared/domain/caseClock'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { useCommandStore } from '../../app/commands'
import { useCaseClock } from '../../stores/caseClock'
import { useSelectionStore } from '../../stores/selectionStore'
import { Button } from '../../ui/Button'
import { CameraTile } from './CameraTile'
import styles from './CameraColumn.module.css'

const say = messagesOf('player')

interface CameraColumnProps {
  listed: readonly Footage[]
  shown: Footage
  timeZone: string
  /** Whether they share the room of the large one, instead of standing in a column beside it. */
  isGrid: boolean
}

/** As many cameras as play beside the large one; the rest are shown by name. */
const movingCameras = 7

/** The other cameras of the case, each at the moment that the large one shows; a click shows one large. */
export function CameraColumn({ listed, shown, timeZone, isGrid }: CameraColumnProps) {
  const clock = useCaseClock()
  const others = listed.filter((footage) => footage.id !== shown.id)
  return (
    <nav className={styles[isGrid ? 'spread' : 'column']} aria-label={say('otherCameras')}>
      {others.map((footage, index) => (
        <CameraTile
          key={footage.id}
          footage={footage}
          timeZone={timeZone}
          offset={describeOffset(clock, shown.id, footage.id)}
          place={listed.indexOf(footage)}
          hasPicture={index < movingCameras}
          onShow={() => useSelectionStore.getState().select({ footageId: footage.id })}
        />
      ))}
      {!isGrid && (
        <div className={styles['align']}>
          <Button size="small" variant="quiet" onClick={() => void useCommandStore.getState().commands.get('case.align')?.run()}>
            {say('alignCameras')}
          </Button>
        </div>
      )}
    </nav>
  )
}
