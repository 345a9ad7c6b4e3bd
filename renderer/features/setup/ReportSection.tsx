import { EllipsisVertical, FilePlus, FileText, Pencil, ShieldCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { describePerson, isActive } from '#shared/domain/records'
import { formatInstant } from '#shared/domain/time'
import type { JobId } from '#shared/model/ids'
import { reportDraftSchema, type Report, type ReportDraft } from '#shared/model/report'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useFileCheck } from '../../stores/fileChecks'
import { useSessionStore } from '../../stores/sessionStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { capacityWords } from './capacityWords'
import { DraftDialog } from './DraftDialog'
import { FileState } from './FileState'
import { FootageJob } from './FootageJob'
import { ReportFields } from './ReportFields'
import row from './Row.module.css'
import { Section } from './Section'
import { WithdrawnList } from './WithdrawnList'

type Overlay = { kind: 'edit' | 'withdraw'; report: Report } | null

/** The written accounts of a case. */
export function ReportSection({ timeZone, onPick }: { timeZone: string; onPick: () => void }) {
  const reports = useCaseStore((state) => state.reports)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  const all = [...reports.values()].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
  const active = all.filter(isActive)
  const load = (
    <Button size="small" icon={FilePlus} onClick={onPick}>
      Load reports
    </Button>
  )
  return (
    <Section title="Reports" count={active.length} actions={load}>
      {active.length === 0 ? (
        <EmptyState icon={FileText} title="No reports yet">
          Choose PDF, DOCX or TXT files, or drop them anywhere on this screen.
        </EmptyState>
      ) : (
        <ul className={row['list']}>
          {active.map((report) => (
            <ReportRow
              key={report.id}
              report={report}
              timeZone={timeZone}
              onEdit={() => setOverlay({ kind: 'edit', report })}
              onWithdraw={() => setOverlay({ kind: 'withdraw', report })}
            />
          ))}
        </ul>
      )}
      <WithdrawnList
        records={all
          .filter((one) => !isActive(one))
          .map(({ id, fileName, withdrawn }) => ({ id, name: fileName, reason: withdrawn?.reason ?? '' }))}
      />
      {overlay?.kind === 'edit' && (
        <DraftDialog
          title={`Change ${overlay.report.fileName}`}
          schema={reportDraftSchema}
          initial={draftOf(overlay.report)}
          onClose={close}
          onSave={(draft) => connection().client.reports.update({ reportId: overlay.report.id, draft })}
        >
          {(draft, onChange, errors) => <ReportFields draft={draft} timeZone={timeZone} errors={errors} onChange={onChange} />}
        </DraftDialog>
      )}
      {overlay?.kind === 'withdraw' && (
        <ReasonDialog
          open
          onOpenChange={close}
          title={`Withdraw ${overlay.report.fileName}`}
          description="The file stays where it is. The report, its statements and its links leave the comparison; the ledger keeps them."
          confirmLabel="Withdraw"
          onConfirm={async (reason) => {
            const { reports: methods } = connection().client
            return (await useSessionStore.getState().write(() => methods.withdraw({ reportId: overlay.report.id, reason }))) !== null
          }}
        />
      )}
    </Section>
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
  const writer = author === undefined ? report.authorName : describePerson(author)
  const facts = [
    writer === '' ? 'author not known' : writer,
    capacityWords[report.capacity],
    report.writtenAt === null ? 'time of writing not known' : `written ${formatInstant(report.writtenAt, timeZone)}`,
    report.pageCount === 1 ? '1 page' : `${report.pageCount} pages`,
    report.wordCount === 1 ? '1 word' : `${report.wordCount.toLocaleString('en')} words`
  ]
  return (
    <li className={row['row']}>
      <FileText aria-hidden className={row['icon']} />
      <div className={row['words']}>
        <div className={row['name']}>
          <span className={row['nameText']} title={`${report.fileName} · SHA-256 ${report.sha256}`}>
            {report.fileName}
          </span>
          {check !== null && check.state !== 'intact' && <Badge tone="danger">{check.state}</Badge>}
          <Badge tone="context">{type}</Badge>
        </div>
        <p className={row['facts']}>{facts.join(' · ')}</p>
        <FileState check={check} timeZone={timeZone} />
        <FootageJob jobId={jobId} onDismiss={() => setJobId(null)} />
      </div>
      <Menu
        trigger={<IconButton icon={EllipsisVertical} label={`More for ${report.fileName}`} size="small" />}
        items={[
          { label: 'Change', icon: Pencil, onSelect: onEdit },
          { label: 'Verify the file', icon: ShieldCheck, onSelect: () => void verify() },
          { label: 'Withdraw', icon: Undo2, isDanger: true, onSelect: onWithdraw }
        ]}
      />
    </li>
  )
}

function draftOf({ type, authorId, authorName, capacity, writtenAt }: Report): ReportDraft {
  return { type, authorId, authorName, capacity, writtenAt }
}
