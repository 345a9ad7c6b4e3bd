import { Check, LayoutGrid, Pause, Play, Repeat, SkipBack, SkipForward, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommandStore, useKeyHint } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { speeds } from './shuttle'
import styles from './TransportBar.module.css'

const say = messagesOf('player')

/** Time, play, frames, speed, loop and sound, in one row under the picture. */
export function TransportBar() {
  const isReady = usePlayerStore((state) => state.controls !== null)
  const isPlaying = usePlayerStore((state) => state.isPlaying)
  const rate = usePlayerStore((state) => state.rate)
  const isMuted = usePlayerStore((state) => state.isMuted)
  const volume = usePlayerStore((state) => state.volume)
  const isGrid = usePlayerStore((state) => state.isGrid)
  const canGrid = useCommandStore((state) => state.commands.has('player.grid'))
  const gridKey = useKeyHint('player.grid')
  const isLooping = usePlayerStore((state) => state.loop !== null)
  const isLoopBegun = usePlayerStore((state) => state.loopStartUs !== null)
  const controls = () => usePlayerStore.getState().controls
  const run = (id: string) => void useCommandStore.getState().commands.get(id)?.run()
  return (
    // A click must not take the focus: the keys keep their meaning, whatever was clicked last.
    <div className={styles['bar']} role="toolbar" aria-label={say('playback')} onMouseDown={keepFocus}>
      <TimeReadout />
      <div className={styles['group']}>
        <IconButton
          icon={SkipBack}
          label={say('tagBefore')}
          {...useKeyHint('player.previousTag')}
          size="small"
          disabled={!isReady}
          onClick={() => run('player.previousTag')}
        />
        <IconButton
          icon={StepBack}
          label={say('frameBack')}
          {...useKeyHint('player.previousFrame')}
          size="small"
          disabled={!isReady}
          onClick={() => void controls()?.step(-1)}
        />
        <IconButton
          icon={isPlaying ? Pause : Play}
          label={isPlaying ? say('pause') : say('play')}
          {...useKeyHint('player.toggle')}
          variant="secondary"
          disabled={!isReady}
          onClick={() => controls()?.toggle()}
        />
        <IconButton
          icon={StepForward}
          label={say('frameOn')}
          {...useKeyHint('player.nextFrame')}
          size="small"
          disabled={!isReady}
          onClick={() => void controls()?.step(1)}
        />
        <IconButton
          icon={SkipForward}
          label={say('nextTag')}
          {...useKeyHint('player.nextTag')}
          size="small"
          disabled={!isReady}
          onClick={() => run('player.nextTag')}
        />
      </div>
      <Menu
        trigger={
          <Button variant="quiet" size="small" disabled={!isReady} aria-label={say('speed', { rate: describeRate(rate) })}>
            <span className={styles['rate']}>{describeRate(rate)}</span>
          </Button>
        }
        items={speeds.map((speed) => ({ label: describeRate(speed), onSelect: () => controls()?.setRate(speed) }))}
      />
      <IconButton
        icon={Repeat}
        label={isLooping ? say('stopLooping') : isLoopBegun ? say('endLoop') : say('beginLoop')}
        {...useKeyHint('player.loop')}
        size="small"
        isPressed={isLooping || isLoopBegun}
        disabled={!isReady}
        onClick={() => run('player.loop')}
      />
      {canGrid && (
        <IconButton
          icon={LayoutGrid}
          label={isGrid ? say('oneLarge') : say('allInGrid')}
          {...gridKey}
          size="small"
          isPressed={isGrid}
          onClick={() => run('player.grid')}
        />
      )}
      <div className={styles['sound']}>
        <SoundTrack />
        <IconButton
          icon={isMuted || volume === 0 ? VolumeX : Volume2}
          label={isMuted ? say('soundOn') : say('soundOff')}
          {...useKeyHint('player.mute')}
          size="small"
          isPressed={isMuted}
          disabled={!isReady}
          onClick={() => controls()?.setMuted(!isMuted)}
        />
        <input
          type="range"
          className={styles['volume']}
          min={0}
          max={1}
          step={0.05}
          value={isMuted ? 0 : volume}
          disabled={!isReady}
          aria-label={say('volume')}
          onMouseDown={(event) => event.stopPropagation()}
          onPointerUp={(event) => event.currentTarget.blur()}
          onChange={(event) => {
            controls()?.setMuted(false)
            controls()?.setVolume(event.target.valueAsNumber)
          }}
        />
      </div>
    </div>
  )
}

/** Which sound track is heard, where the source has several. */
function SoundTrack() {
  const audioTrack = usePlayerStore((state) => state.audioTrack)
  const footageId = usePlayerStore((state) => state.footageId)
  const count = useCaseStore((state) => (footageId === null ? 0 : (state.footage.get(footageId)?.probe.audioTrackCount ?? 0)))
  if (count < 2) return null
  const name = (track: number) => say('soundTrack', { track: track + 1, count })
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" aria-label={say('chooseTrack', { track: name(audioTrack) })}>
          {name(audioTrack)}
        </Button>
      }
      items={Array.from({ length: count }, (_, track) => ({
        label: name(track),
        ...(track === audioTrack ? { icon: Check } : {}),
        onSelect: () => usePlayerStore.getState().report({ audioTrack: track })
      }))}
    />
  )
}

function TimeReadout() {
  const timeUs = usePlayerStore((state) => state.timeUs)
  const durationUs = usePlayerStore((state) => state.durationUs)
  return (
    <div className={styles['time']}>
      <span className={styles['now']} data-testid="footage-time">
        {formatFootageTime(timeUs)}
      </span>
      <span className={styles['whole']}>{say('ofWhole', { time: formatFootageTime(durationUs, { withFraction: false }) })}</span>
    </div>
  )
}

const describeRate = (rate: number) => `${rate < 0 ? '−' : ''}${Math.abs(rate)}×`

const keepFocus = (event: SyntheticEvent) => event.preventDefault()
