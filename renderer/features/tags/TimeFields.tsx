import { CornerDownRight, LocateFixed, X } from 'lucide-react'
import { useState } from 'react'
import { wallClockOf } from '#shared/domain/caseClock'
import { formatExactTime } from '#shared/domain/exactTime'
import { formatFootageTime, formatWallClock } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { ExactTime } from '#shared/model/exactTime'
import type { Tag } from '#shared/model/tag'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { usePlayerStore } from '../../stores/playerStore'
import { IconButton } from '../../ui/IconButton'
import { DraftField } from './DraftField'
import { parseFootageTime } from '../../ui/parseFootageTime'
import styles from './TagEditor.module.css'
import type { ChangeDraft } from './useTagDraft'

const say = messagesOf('tags')

interface TimeFieldsProps {
  tag: Tag
  problems: ReadonlyMap<string, string>
  onChange: ChangeDraft
}

/** A time on a screen is cut to milliseconds; the frame it names may begin up to this much later. */
const cutUs = 999

/** Start and end of a tag: typed, or taken from the frame on screen. */
export function TimeFields({ tag, problems, onChange }: TimeFieldsProps) {
  const isShown = usePlayerStore((state) => state.footageId === tag.footageId && state.controls !== null)
  const [misread, setMisread] = useState<{ start: boolean; end: boolean }>({ start: false, end: false })
  const setStart = (startUs: number) => onChange((draft) => ({ ...draft, startUs }), ['startUs', 'endUs'])
  const setEnd = (endUs: number | null) => onChange((draft) => ({ ...draft, endUs }), ['startUs', 'endUs'])
  const playheadUs = () => usePlayerStore.getState().timeUs

  const commit = async (edge: 'start' | 'end', text: string) => {
    const typedUs = parseFootageTime(text)
    const isEmptyEnd = edge === 'end' && text.trim() === ''
    setMisread((before) => ({ ...before, [edge]: typedUs === null && !isEmptyEnd }))
    if (isEmptyEnd) {
      setEnd(null)
      return
    }
    if (typedUs === null) return
    const { controls } = usePlayerStore.getState()
    const timeUs =
      isShown && typedUs < usePlayerStore.getState().durationUs ? ((await controls?.frameTimeAt(typedUs + cutUs)) ?? typedUs) : typedUs
    if (edge === 'start') setStart(timeUs)
    else setEnd(timeUs)
  }
  const unread = say('writeTime')
  return (
    <section className={styles['times']} aria-label={say('time')}>
      <div className={styles['timeRow']}>
        <DraftField
          label={say('start')}
          value={formatFootageTime(tag.startUs)}
          error={misread.start ? unread : problems.get('startUs')}
          hint={
            <>
              <WallClock tag={tag} timeUs={tag.startUs} />
              <Exact time={tag.startExact} />
            </>
          }
          onCommit={(text) => void commit('start', text)}
        />
        <div className={styles['timeButtons']}>
          <IconButton icon={LocateFixed} label={say('startHere')} size="small" disabled={!isShown} onClick={() => setStart(playheadUs())} />
          <IconButton
            icon={CornerDownRight}
            label={say('goToStart')}
            size="small"
            disabled={!isShown}
            onClick={() => usePlayerStore.getState().controls?.seek(tag.startUs)}
          />
        </div>
      </div>
      <div className={styles['timeRow']}>
        <DraftField
          label={say('end')}
          value={tag.endUs === null ? '' : formatFootageTime(tag.endUs)}
          placeholder={say('aMoment')}
          error={misread.end ? unread : problems.get('endUs')}
          hint={
            <>
              {tag.endUs === null ? say('noEnd') : say('lasts', { seconds: ((tag.endUs - tag.startUs) / 1e6).toFixed(1) })}
              <Exact time={tag.endExact} />
            </>
          }
          onCommit={(text) => void commit('end', text)}
        />
        <div className={styles['timeButtons']}>
          <IconButton icon={LocateFixed} label={say('endHere')} size="small" disabled={!isShown} onClick={() => setEnd(playheadUs())} />
          <IconButton icon={X} label={say('makeMoment')} size="small" disabled={tag.endUs === null} onClick={() => setEnd(null)} />
        </div>
      </div>
    </section>
  )
}

/** The frame's time as the source states it, for who checks it with other tools. */
function Exact({ time }: { time: ExactTime | null | undefined }) {
  if (time === null || time === undefined) return null
  return (
    <span className={styles['exact']} title={say('exactTime')}>
      {formatExactTime(time)}
    </span>
  )
}

function WallClock({ tag, timeUs }: { tag: Tag; timeUs: number }) {
  const timeZone = useCaseStore((state) => state.case?.timeZone ?? 'UTC')
  const clock = wallClockOf(useCaseClock(), tag.footageId, timeUs)
  return clock === null ? say('clockUnknown') : formatWallClock(clock, timeZone)
}
