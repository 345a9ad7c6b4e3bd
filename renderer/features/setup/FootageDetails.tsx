import { ShieldCheck } from 'lucide-react'
import { describeDamage } from '#shared/domain/damage'
import { describeAlignment } from '#shared/domain/describeAlignment'
import { formatFootageTime, formatInstant } from '#shared/domain/time'
import { formatShare, watchedShares } from '#shared/domain/watched'
import type { ClockMethod, Damage, Footage } from '#shared/model/footage'
import { useCaseStore } from '../../stores/caseStore'
import { fileStateWords, useFileCheck } from '../../stores/fileChecks'
import { Button } from '../../ui/Button'
import styles from './FootageDetails.module.css'
import { formatBytes } from './formatBytes'
import { formatFrameRate } from './formatFrameRate'

const methodWords: Record<ClockMethod, string> = {
  file: 'read from the file',
  reviewer: 'entered by a reviewer',
  unknown: 'not known'
}

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
  const shares = watchedShares([...viewings.values()], [footage]).map(
    ({ userName, share, closeShare }) =>
      `${userName} ${formatShare(share)}, ${formatShare(closeShare)} at normal speed or slower with sound`
  )
  const isTurned = probe.rotationDegrees !== 0
  const audio = probe.audioCodec === null ? 'no sound' : `${probe.audioCodec}, ${tracks(probe.audioTrackCount)}`
  const values: readonly (readonly [string, string])[] = [
    ['SHA-256', footage.sha256],
    ['Size', `${formatBytes(footage.sizeBytes)} (${footage.sizeBytes.toLocaleString('en')} bytes)`],
    ['Container', probe.container],
    ['Codecs', `${probe.videoCodec} · ${audio}`],
    ['Duration', formatFootageTime(probe.durationUs)],
    ['Frame rate', formatFrameRate(probe.frameRate, probe.isVariableFrameRate)],
    ['Dimensions', `${probe.widthPx} × ${probe.heightPx}${isTurned ? `, shown turned by ${probe.rotationDegrees}°` : ''}`],
    ['Recorded at', probe.recordedAt === null ? 'the file does not say' : formatInstant(probe.recordedAt, timeZone)],
    [
      'First frame',
      footage.startsAt === null ? methodWords.unknown : `${formatInstant(footage.startsAt, timeZone)}, ${methodWords[footage.clockMethod]}`
    ],
    ...(footage.alignment === undefined ? [] : [['Aligned', describeAlignment(footage.alignment)] as const]),
    ['File', footage.sourcePath],
    ['Read by', probe.readBy ?? 'ffprobe'],
    [
      'Verified',
      check === null ? 'not since it was loaded' : `${formatInstant(check.checkedAt, timeZone)}. ${fileStateWords(check.state)}`
    ],
    ...(check === null || check.foundSha256 === null || check.state === 'intact' ? [] : [['SHA-256 found', check.foundSha256] as const]),
    ['Watched', shares.length === 0 ? 'by nobody yet' : shares.join('; ')]
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
            <dt>Damage</dt>
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
        Verify the file
      </Button>
    </div>
  )
}

const tracks = (count: number) => (count === 1 ? '1 track' : `${count} tracks`)
