import { useMemo, useState } from 'react'
import { isActive } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommands, type Command } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { useMomentStore } from '../../stores/momentStore'
import { usePlayerStore } from '../../stores/playerStore'
import { useSessionStore } from '../../stores/sessionStore'
import { AlignmentDialog } from './AlignmentDialog'
import { cameraName } from '../../ui/cameraName'

const say = messagesOf('alignment')

/** Offers to align the cameras of the open case, from any of its screens. */
export function AlignmentCommands() {
  const [isOpen, setOpen] = useState(false)
  useCommands(
    useMemo<readonly Command[]>(() => {
      const hasSeveral = () => [...useCaseStore.getState().footage.values()].filter(isActive).length > 1
      return [
        { id: 'case.align', isEnabled: hasSeveral, run: () => setOpen(true) },
        {
          id: 'case.markMoment',
          isEnabled: () => hasSeveral() && usePlayerStore.getState().controls !== null,
          run: markMoment
        }
      ]
    }, [])
  )
  return isOpen ? <AlignmentDialog onClose={() => setOpen(false)} /> : null
}

function markMoment(): void {
  const { footageId, timeUs } = usePlayerStore.getState()
  const { footage, people } = useCaseStore.getState()
  const shown = footageId === null ? undefined : footage.get(footageId)
  if (shown === undefined) return
  useMomentStore.getState().mark(shown.id, timeUs)
  const { moments } = useMomentStore.getState()
  const count = moments.get(shown.id)?.length ?? 0
  const isMatched = [...moments].some(([id, marked]) => id !== shown.id && marked.length >= count)
  const next = say(isMatched ? 'openAlign' : 'showOther')
  useSessionStore.getState().notify(say('marked', { time: formatFootageTime(timeUs), camera: cameraName(shown, people), next }))
}
