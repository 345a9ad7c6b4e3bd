import { EllipsisVertical, FileDiff, FileText, History, Pencil, ShieldCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { describePerson } from '#shared/domain/records'
import { needsALook } from '#shared/domain/reportVersions'
import { formatInstant } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { JobId } from '#shared/model/ids'
import { isOpenJob } from '#shared/model/job'
import { reportDraftSchema, type Report, type ReportDraft } from '#shared/model/report'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useFileCheck } from '../../stores/fileChecks'
import { rereadReport, useOlderReading, useRereadJob } from '../../stores/olderReadings'
import { replaceReport } from '../../stores/replaceReport'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { capacityWords } from '#shared/domain/capacityWords'
import { classNames } from '../../ui/classNames'
import { DraftDialog } from './DraftDialog'
import { FileSection } from './FileSection'
import { FileState } from './FileState'
import { FootageJob } from './FootageJob'
import { ReportFields } from './ReportFields'
import row from './Row.module.css'

const say = messagesOf('setup')

/** The written accounts of a case. */
export function ReportSection({ timeZone, onPick }: { timeZone: string; onPick: () => void }) {
  const reports = useCaseStore((state) => state.reports)
  const { reports: methods } = connection().client
  return (
    <FileSection
      title={say('reports')}
      icon={FileText}
      loadLabel={say('loadReports')}
      emptyTitle={say('noReports')}
      onPick={onPick}
      emptyHint={say('reportsHint')}
      records={reports.values()}
      row={(report, onEdit, onWithdraw) => <ReportRow report={report} timeZone={timeZone} onEdit={onEdit} onWithdraw={onWithdraw} />}
      editDialog={(report, onClose) => (
        <DraftDialog
          name={`report ${report.id}`}
          title={say('changeName', { name: report.fileName })}
          schema={reportDraftSchema}
          initial={draftOf(report)}
          onClose={onClose}
          onSave={(draft) => methods.update({ reportId: report.id, draft })}
        >
          {(draft, onChange, errors) => <ReportFields draft={draft} timeZone={timeZone} errors={errors} onChange={onChange} />}
        </DraftDialog>
      )}
      withdrawHint={say('withdrawReport')}
      withdraw={({ id }, reason) => methods.withdraw({ reportId: id, reason })}
    />
  )
}

interface ReportRowProps {
  report: Report
  timeZone: string
  onEdit: () => void
  onWithdraw: () => void
}

function ReportRow({ report, timeZone, onEdit, onWithdraw }: ReportRowProps) {
  const author = useCaseStore((state) => (report.authorId === null ? undefined : state.people.get(report.authorId)))
  const type = useSessionStore((state) => state.codebook.reportTypes.find((one) => one.id === report.type)?.label ?? report.type)
  const check = useFileCheck(report.id)
  const [jobId, setJobId] = useState<JobId | null>(null)
  const verify = async () => {
    const job = await useSessionStore.getState().write(() => connection().client.reports.verify({ reportId: report.id }))
    if (job !== null) setJobId(job.id)
  }
  const replace = async () => {
    const id = await replaceReport(report.id)
    if (id !== null) setJobId(id)
  }
  const older = useOlderReading(report.id)
  const rereadJob = useRereadJob(report.id)
  const reread = async () => {
    const id = await rereadReport(report.id)
    if (id !== null) setJobId(id)
  }
  const passages = useCaseStore((state) => state.passages)
  const waiting = [...passages.values()].filter((passage) => passage.reportId === report.id && needsALook(passage)).length
  const look = () => {
    useSelectionStore.getState().select({ reportId: report.id, passageId: null, linkId: null, span: null })
    useSessionStore.getState().go({ screen: 'case', caseId: report.caseId, view: 'workbench' })
  }
  const writer = author === undefined ? report.authorName : describePerson(author)
  const facts = [
    writer === '' ? say('authorUnknown') : writer,
    capacityWords[report.capacity],
    report.writtenAt === null ? say('writtenUnknown') : say('written', { when: formatInstant(report.writtenAt, timeZone) }),
    say('pages', { count: report.pageCount }),
    say('words', { count: report.wordCount })
  ]
  return (
    <li className={row['row']}>
      <FileText aria-hidden className={row['icon']} />
      <div className={row['words']}>
        <div className={row['name']}>
          <span className={row['nameText']} title={`${report.fileName} · SHA-256 ${report.sha256}`}>
            {report.fileName}
          </span>
          {check !== null && check.state !== 'intact' && (
            <Badge tone="danger">{say(check.state === 'changed' ? 'stateChanged' : 'stateMissing')}</Badge>
          )}
          <Badge tone="context">{type}</Badge>
        </div>
        <p className={row['facts']}>{facts.join(' · ')}</p>
        {report.former !== undefined && report.former.length > 0 && (
          <p className={row['facts']}>
            {say('replaces')}{' '}
            {report.former.toReversed().map(({ fileName, sha256, replacedAt }, index) => (
              <span key={replacedAt} title={say('shaOf', { hash: sha256 })}>
                {index > 0 && say('beforeThat')}
                {say('keptSince', { name: fileName, when: formatInstant(replacedAt, timeZone) })}
              </span>
            ))}
          </p>
        )}
        {older !== null && (
          <p className={row['facts']}>{say('readByOlder', { version: older.extractorVersion, newest: older.newestVersion })}</p>
        )}
        <FileState check={check} timeZone={timeZone} />
        <FootageJob jobId={jobId} onDismiss={() => setJobId(null)} />
        {(waiting > 0 || older !== null) && (
          <p className={classNames(row['note'], row['actions'])}>
            {waiting > 0 && (
              <Button size="small" icon={FileDiff} onClick={look}>
                {say('needLook', { count: waiting })}
              </Button>
            )}
            {older !== null && (
              <Button size="small" icon={History} disabled={rereadJob !== null && isOpenJob(rereadJob)} onClick={() => void reread()}>
                {say('readAgain')}
              </Button>
            )}
          </p>
        )}
      </div>
      <Menu
        trigger={<IconButton icon={EllipsisVertical} label={say('moreFor', { name: report.fileName })} size="small" />}
        items={[
          { label: say('change'), icon: Pencil, onSelect: onEdit },
          { label: say('replaceBy'), icon: FileDiff, onSelect: () => void replace() },
          { label: say('verifyFile'), icon: ShieldCheck, onSelect: () => void verify() },
          { label: say('withdraw'), icon: Undo2, isDanger: true, onSelect: onWithdraw }
        ]}
      />
    </li>
  )
}

function draftOf({ type, authorId, authorName, capacity, writtenAt }: Report): ReportDraft {
  return { type, authorId, authorName, capacity, writtenAt }
}
