import { Eye, EyeOff, TriangleAlert, X } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useKeyHint } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { askForGraphic, useGraphic, useGraphicStore } from '../../stores/graphicStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import styles from './CaseWarning.module.css'

const say = messagesOf('player')

/** The warning that a case carries, and that its footage is graphic, until it is put away. */
export function CaseWarning() {
  const caseId = useCaseStore((state) => state.case?.id)
  const warning = useCaseStore((state) => state.case?.warning ?? '')
  const isPutAway = useGraphicStore((state) => caseId !== undefined && state.putAway.has(caseId))
  const { isGraphic, isBlurred } = useGraphic()
  const graphicKey = useKeyHint('player.graphic')
  if (caseId === undefined || isPutAway || (warning === '' && !isGraphic)) return null
  return (
    <section className={styles['banner']} aria-label={say('warningOfCase')}>
      <TriangleAlert aria-hidden className={styles['icon']} />
      <p className={styles['words']} role="status">
        {warning !== '' && <b>{warning}</b>}
        {isGraphic && <span>{say('isGraphic')}</span>}
      </p>
      {isGraphic && (
        <Button
          size="small"
          variant="quiet"
          icon={isBlurred ? Eye : EyeOff}
          {...graphicKey}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => askForGraphic(isBlurred ? 'shown' : 'blurred')}
        >
          {isBlurred ? say('showGraphic') : say('blurAgain')}
        </Button>
      )}
      <IconButton icon={X} label={say('putAway')} size="small" onClick={() => useGraphicStore.getState().putWarningAway(caseId)} />
    </section>
  )
}
