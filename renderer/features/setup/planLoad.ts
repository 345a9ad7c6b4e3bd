import type { FootageDraft } from '#shared/model/footage'
import type { GrantId } from '#shared/model/ids'
import type { ReportDraft } from '#shared/model/report'
import type { Grant } from '#shared/rpc/hostContract'
import type { Problem } from '#shared/rpc/problem'

export type FileKind = 'footage' | 'report'

/** A chosen file with what the reviewer enters of it, as footage and as a report: the choice may still change. */
export interface LoadItem {
  grantId: GrantId
  fileName: string
  sizeBytes: number
  kind: FileKind
  footage: FootageDraft
  report: ReportDraft
  /** Why the core refused it, or null. */
  problem: Problem | null
}

/** Endings of written files, also of those that the core refuses with words that fit a report. */
const reportEndings = new Set(['pdf', 'docx', 'rtf', 'txt', 'html', 'htm', 'eml', 'doc', 'msg', 'odt', 'md'])

export const emptyFootageDraft: FootageDraft = { wearerId: null, cameraLabel: '', startsAt: null }
export const emptyReportDraft: ReportDraft = {
  type: 'use-of-force',
  authorId: null,
  authorName: '',
  capacity: 'involved-officer',
  writtenAt: null
}

/** One item for each file; where the kind is not given, the file's ending decides. */
export function planLoadItems(grants: readonly Grant[], kind?: FileKind): LoadItem[] {
  return grants.map((grant) => ({
    ...grant,
    kind: kind ?? kindOfFile(grant.fileName),
    footage: emptyFootageDraft,
    report: emptyReportDraft,
    problem: null
  }))
}

/** What a file is, by its ending: a report for written formats, footage for everything else. */
export function kindOfFile(fileName: string): FileKind {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return reportEndings.has(ending) ? 'report' : 'footage'
}
