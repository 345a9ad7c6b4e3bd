import { ShieldCheck } from 'lucide-react'
import { describeDamage } from '#shared/domain/damage'
import { describeAlignment } from '#shared/domain/describeAlignment'
import { formatFootageTime, formatInstant } from '#shared/domain/time'
import { formatShare, watchedShares } from '#shared/domain/watched'
import { messagesOf } from '#shared/messages/messagesOf'
import type { ClockMethod, Damage, Footage } from '#shared/model/footage'
import { useCaseStore } from '../../stores/caseStore'
import { fileStateWords, useFileCheck } from '../../stores/fileChecks'
import { Button } from '../../ui/Button'
import styles from './FootageDetails.module.css'
import { formatBytes } from './formatBytes'
import { formatFrameRate } from './formatFrameRate'

const say = messagesOf('setup')

const methodKeys = { file: 'clockFile', reviewer: 'clockReviewer', unknown: 'notKnown' } as const satisfies Record<ClockMethod, string>

interface FootageDetailsProps {
  footage: Footage
  damage: readonly Damage[]
  timeZone: string
  onVerify: () => void
}

/** What was read out of a footage's file; nothing is guessed. */
export function FootageDetails({ footage, damage, timeZone, onVerify }: FootageDetailsProps) {
  const { probe } = footage
  const check = useFileCheck(footage.id)
  const viewings = useCaseStore((state) => state.viewings)
  const shares = watchedShares([...viewings.values()], [footage]).map(({ userName, share, closeShare }) =>
    say('watchedBy', { name: userName, share: formatShare(share), close: formatShare(closeShare) })
  )
  const size = `${probe.widthPx} × ${probe.heightPx}`
  const isTurned = probe.rotationDegrees !== 0
  const audio = probe.audioCodec === null ? say('noSound') : say('soundTracks', { codec: probe.audioCodec, count: probe.audioTrackCount })
  const values: readonly (readonly [string, string])[] = [
    [say('sha'), footage.sha256],
    [say('size'), say('sizeBytes', { size: formatBytes(footage.sizeBytes), bytes: footage.sizeBytes })],
    [say('container'), probe.container],
    [say('codecs'), `${probe.videoCodec} · ${audio}`],
    [say('duration'), formatFootageTime(probe.durationUs)],
    [say('frameRate'), formatFrameRate(probe.frameRate, probe.isVariableFrameRate)],
    [say('dimensions'), isTurned ? say('turned', { size, degrees: probe.rotationDegrees }) : size],
    [say('recordedAt'), probe.recordedAt === null ? say('fileSilent') : formatInstant(probe.recordedAt, timeZone)],
    [
      say('firstFrame'),
      footage.startsAt === null ? say('notKnown') : `${formatInstant(footage.startsAt, timeZone)}, ${say(methodKeys[footage.clockMethod])}`
    ],
    ...(footage.alignment === undefined ? [] : [[say('aligned'), describeAlignment(footage.alignment)] as const]),
    [say('file'), footage.sourcePath],
    [say('readBy'), probe.readBy ?? 'ffprobe'],
    [say('verified'), check === null ? say('notVerified') : `${formatInstant(check.checkedAt, timeZone)}. ${fileStateWords(check.state)}`],
    ...(check === null || check.foundSha256 === null || check.state === 'intact' ? [] : [[say('shaFound'), check.foundSha256] as const]),
    [say('watched'), shares.length === 0 ? say('watchedByNobody') : shares.join('; ')]
  ]
  return (
    <div className={styles['details']}>
      <dl className={styles['values']}>
        {values.map(([name, value]) => (
          <div key={name} className={styles['value']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {damage.length > 0 && (
          <div className={styles['value']}>
            <dt>{say('damage')}</dt>
            <dd>
              <ul className={styles['damage']}>
                {damage.map((place, index) => (
                  <li key={index}>{describeDamage(place)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <Button size="small" icon={ShieldCheck} onClick={onVerify}>
        {say('verifyFile')}
      </Button>
    </div>
  )
}
