import { ChevronDown, ChevronRight, EllipsisVertical, FileVideo, FolderSearch, Pencil, Search, ShieldCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { wallClockOf } from '#shared/domain/caseClock'
import { describePerson } from '#shared/domain/records'
import { formatFootageTime, formatInstant, formatWallClock } from '#shared/domain/time'
import { formatShare } from '#shared/domain/watched'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { JobId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { connection } from '../../app/connection'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { findFootageFile } from '../../stores/fileActions'
import { useFileCheck } from '../../stores/fileChecks'
import { useDamage } from '../../stores/useDamage'
import { useSessionStore } from '../../stores/sessionStore'
import { useOwnWatched } from '../../stores/watched'
import { Badge } from '../../ui/Badge'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { FileState } from './FileState'
import { FootageDetails } from './FootageDetails'
import { FootageJob } from './FootageJob'
import { formatBytes } from './formatBytes'
import row from './Row.module.css'

const say = messagesOf('setup')

interface FootageRowProps {
  footage: Footage
  timeZone: string
  onEdit: () => void
  onWithdraw: () => void
}

/** One recording: who wore the camera, how long, since when; its file's details on demand. */
export function FootageRow({ footage, timeZone, onEdit, onWithdraw }: FootageRowProps) {
  const [isOpen, setOpen] = useState(false)
  const damage = useDamage(footage)
  const [jobId, setJobId] = useState<JobId | null>(null)
  const wearer = useCaseStore((state) => (footage.wearerId === null ? undefined : state.people.get(footage.wearerId)))
  const check = useFileCheck(footage.id)
  const watched = useOwnWatched(footage)
  const find = async (where: 'file' | 'folder') => setJobId(await findFootageFile(footage, where))
  const start = async (begin: () => Promise<Job>) => {
    const job = await useSessionStore.getState().write(begin)
    if (job !== null) setJobId(job.id)
  }
  const { footage: methods } = connection().client
  const startsAt = wallClockOf(useCaseClock(), footage.id, 0)
  const facts = [
    wearer === undefined ? say('wearerUnknown') : describePerson(wearer),
    footage.cameraLabel,
    formatFootageTime(footage.probe.durationUs, { withFraction: false }),
    startsAt === null
      ? say('startUnknown')
      : say('from', {
          when: `${formatInstant(startsAt, timeZone).slice(0, -5)}${formatWallClock(startsAt, timeZone, { withFraction: false })}`
        }),
    formatBytes(footage.sizeBytes),
    watched.share === 0 ? say('notWatched') : say('youWatched', { share: formatShare(watched.share) })
  ].filter((fact) => fact !== '')
  return (
    <li>
      <div className={row['row']}>
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight}
          label={say(isOpen ? 'hideDetails' : 'showDetails')}
          size="small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <div className={row['words']}>
          <div className={row['name']}>
            <span className={row['nameText']} title={footage.fileName}>
              {footage.fileName}
            </span>
            {check !== null && check.state !== 'intact' && (
              <Badge tone="danger">{say(check.state === 'changed' ? 'stateChanged' : 'stateMissing')}</Badge>
            )}
            {damage.length > 0 && <Badge tone="need">{say('damaged')}</Badge>}
            {!footage.isPlayableFromSource && <Badge>{say('fromCopy')}</Badge>}
          </div>
          <p className={row['facts']}>{facts.join(' · ')}</p>
          <FileState check={check} timeZone={timeZone} onFind={(where) => void find(where)} />
          <FootageJob jobId={jobId} onDismiss={() => setJobId(null)} />
        </div>
        <Menu
          trigger={<IconButton icon={EllipsisVertical} label={say('moreFor', { name: footage.fileName })} size="small" />}
          items={[
            { label: say('change'), icon: Pencil, onSelect: onEdit },
            { label: say('verifyFile'), icon: ShieldCheck, onSelect: () => void start(() => methods.verify({ footageId: footage.id })) },
            { label: say('findFile'), icon: Search, onSelect: () => void find('file') },
            { label: say('searchFolderFor'), icon: FolderSearch, onSelect: () => void find('folder') },
            ...(footage.isPlayableFromSource
              ? []
              : [
                  {
                    label: say('makeCopy'),
                    icon: FileVideo,
                    onSelect: () => void start(() => methods.makeProxy({ footageId: footage.id, audioTrack: 0 }))
                  }
                ]),
            'separator',
            { label: say('withdraw'), icon: Undo2, isDanger: true, onSelect: onWithdraw }
          ]}
        />
      </div>
      {isOpen && (
        <FootageDetails
          footage={footage}
          damage={damage}
          timeZone={timeZone}
          onVerify={() => void start(() => methods.verify({ footageId: footage.id }))}
        />
      )}
    </li>
  )
}
