import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseView } from '../../stores/sessionStore'
import { CommandKeys } from '../../app/CommandKeys'
import { goToView } from '../../app/appActions'
import { useDeskStore } from '../../stores/deskStore'
import { Button } from '../../ui/Button'
import { openDemonstrationCase } from './openDemonstrationCase'
import styles from './Tour.module.css'
import { useTourTarget, type TourTarget } from './useTourTarget'

const say = messagesOf('tour')

const steps: readonly TourTarget[] = ['footage', 'tags', 'accounts', 'differences', 'matrix']
const sides = { footage: 'right', tags: 'top', accounts: 'left', differences: 'bottom', matrix: 'bottom' } as const
const views: { readonly [Target in TourTarget]: CaseView } = {
  footage: 'workbench',
  tags: 'workbench',
  accounts: 'workbench',
  differences: 'differences',
  matrix: 'matrix'
}

/** The keys of each step, as the user has them. */
const keys: { readonly [Target in TourTarget]: readonly string[] } = {
  footage: ['player.toggle', 'player.previousFrame', 'player.nextFrame'],
  tags: ['tags.force'],
  accounts: ['panels.reports'],
  differences: ['case.differences'],
  matrix: ['case.matrix']
}

/** So wide are the words beside the footage, with the space round them. */
const wordsPx = 352

/** A thing to point at that ends soon enough for the words to stand beside it, also where it fills the window. */
function leavingRoom(target: HTMLElement): { getBoundingClientRect: () => DOMRect; contextElement: HTMLElement } {
  return {
    contextElement: target,
    getBoundingClientRect: () => {
      const { x, y, width, height } = target.getBoundingClientRect()
      return new DOMRect(x, y, Math.min(width, window.innerWidth - wordsPx - x), height)
    }
  }
}

/** Points at five things, one after the other, on the case that is open or else on the demonstration. Mounted while it is open. */
export function Tour({ onClose }: { onClose: () => void }) {
  const [at, setAt] = useState(0)
  const step = steps[at] ?? 'footage'
  const isLast = at === steps.length - 1

  useEffect(() => {
    void openDemonstrationCase().then((isThere) => {
      if (!isThere) onClose()
    })
  }, [onClose])
  useEffect(() => goToView(views[step]), [step])
  const target = useTourTarget(step)

  const end = () => {
    useDeskStore.getState().prefer({ isTourDone: true })
    if (isLast) goToView('workbench')
    onClose()
  }
  if (target === null) return null
  return (
    // Anew for each step, so that it is placed anew and read aloud.
    <Popover.Root key={step} open onOpenChange={(open) => open || end()}>
      <Popover.Anchor virtualRef={{ current: step === 'footage' ? leavingRoom(target) : target }} />
      <Popover.Portal>
        <Popover.Content
          className={styles['tour']}
          side={sides[step]}
          sideOffset={8}
          collisionPadding={16}
          aria-label={say(`${step}Title`)}
          // What it points at can be tried while it is there.
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
        >
          <p className={styles['step']}>{say('step', { n: at + 1, count: steps.length })}</p>
          <h2 className={styles['title']}>{say(`${step}Title`)}</h2>
          <p>{say(`${step}Text`)}</p>
          <p className={styles['keys']}>
            {keys[step].map((id) => (
              <CommandKeys key={id} id={id} />
            ))}
          </p>
          <div className={styles['acts']}>
            {!isLast && (
              <Button variant="quiet" size="small" onClick={end}>
                {say('skip')}
              </Button>
            )}
            <span className={styles['space']} />
            {at > 0 && (
              <Button size="small" onClick={() => setAt(at - 1)}>
                {say('back')}
              </Button>
            )}
            <Button size="small" variant="primary" onClick={isLast ? end : () => setAt(at + 1)}>
              {isLast ? say('done') : say('next')}
            </Button>
          </div>
          <Popover.Arrow className={styles['arrow']} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
