import { useMemo } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import { useCommands, type Command } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore, type PlayerControls } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { neighbourTag } from './neighbourTag'
import { planLoop } from './planLoop'
import { neighbourSpeed } from './shuttle'

const say = messagesOf('player')

const jumpUs = 5_000_000

/** Offers what can be done with the player while footage is shown; draws nothing. */
export function PlayerCommands({ listed }: { listed: readonly Footage[] }) {
  useCommands(playbackCommands)
  useCommands(
    useMemo(
      () => [
        ...listed.slice(0, 9).map((footage, index) => ({
          id: `player.camera.${index + 1}`,
          label: say('showCamera', { number: index + 1, name: footage.cameraLabel || footage.fileName }),
          run: () => useSelectionStore.getState().select({ footageId: footage.id })
        })),
        ...(listed.length > 1 ? [gridCommand] : [])
      ],
      [listed]
    )
  )
  return null
}

const gridCommand: Command = {
  id: 'player.grid',
  run: () => usePlayerStore.getState().report({ isGrid: !usePlayerStore.getState().isGrid })
}

const isReady = () => usePlayerStore.getState().controls !== null

function command(id: string, run: (controls: PlayerControls) => void | Promise<void>): Command {
  return {
    id: `player.${id}`,
    isEnabled: isReady,
    run: () => {
      const { controls } = usePlayerStore.getState()
      return controls === null ? undefined : run(controls)
    }
  }
}

const seekBy = (offsetUs: number) => (controls: PlayerControls) => controls.seek(usePlayerStore.getState().timeUs + offsetUs)

const playbackCommands: readonly Command[] = [
  command('toggle', (controls) => controls.toggle()),
  command('backwards', (controls) => controls.shuttle(-1)),
  command('stop', (controls) => (usePlayerStore.getState().isPlaying ? controls.shuttle(0) : controls.play())),
  command('forwards', (controls) => controls.shuttle(1)),
  command('previousFrame', (controls) => controls.step(-1)),
  command('nextFrame', (controls) => controls.step(1)),
  command('back', seekBy(-jumpUs)),
  command('on', seekBy(jumpUs)),
  command('start', (controls) => controls.seek(0)),
  command('end', (controls) => controls.seek(usePlayerStore.getState().durationUs)),
  command('previousTag', (controls) => jumpToTag(controls, -1)),
  command('nextTag', (controls) => jumpToTag(controls, 1)),
  command('slower', (controls) => controls.setRate(neighbourSpeed(Math.abs(usePlayerStore.getState().rate), -1))),
  command('faster', (controls) => controls.setRate(neighbourSpeed(Math.abs(usePlayerStore.getState().rate), 1))),
  command('loop', toggleLoop),
  command('mute', (controls) => controls.setMuted(!usePlayerStore.getState().isMuted)),
  command('louder', (controls) => controls.setVolume(usePlayerStore.getState().volume + 0.1)),
  command('quieter', (controls) => controls.setVolume(usePlayerStore.getState().volume - 0.1))
]

function jumpToTag(controls: PlayerControls, direction: -1 | 1): void {
  const { timeUs, footageId } = usePlayerStore.getState()
  const tags = [...useCaseStore.getState().tags.values()].filter((tag) => tag.withdrawn === null && tag.footageId === footageId)
  const tag = neighbourTag(tags, timeUs, direction)
  if (tag === null) return
  useSelectionStore.getState().select({ tagId: tag.id })
  controls.seek(tag.startUs)
}

function toggleLoop(controls: PlayerControls): void {
  const { loop, loopStartUs, timeUs, footageId, report } = usePlayerStore.getState()
  const { tagId } = useSelectionStore.getState()
  const tag = tagId === null ? undefined : useCaseStore.getState().tags.get(tagId)
  const plan = planLoop({ loop, loopStartUs, timeUs }, tag?.footageId === footageId && tag.withdrawn === null ? tag : null)
  if (plan.do === 'begin') report({ loopStartUs: plan.startUs })
  else controls.setLoop(plan.do === 'loop' ? plan.range : null)
  if (plan.do === 'loop' && (timeUs < plan.range.startUs || timeUs >= plan.range.endUs)) controls.seek(plan.range.startUs)
}
