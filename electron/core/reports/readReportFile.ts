import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { mediaIdSchema } from '#shared/model/ids'
import type { Report, ReportFormat, ReportText } from '#shared/model/report'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import type { HashedFile } from '../footage'

const inJob = englishOf('steps')

/** As what a report's own file is served: a page that someone sent in as a report is never served as a page. */
const contentTypes: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/octet-stream',
  rtf: 'application/octet-stream',
  txt: 'text/plain; charset=utf-8',
  html: 'application/octet-stream',
  eml: 'application/octet-stream'
}

/** What a report's record says of its file. */
type FileFields = Pick<
  Report,
  | 'mediaId'
  | 'fileName'
  | 'sourcePath'
  | 'format'
  | 'sha256'
  | 'sizeBytes'
  | 'pageCount'
  | 'wordCount'
  | 'readingNotes'
  | 'extractorVersion'
>
/** What was read out of it. */
type TextFields = Pick<ReportText, 'extractor' | 'extractorVersion' | 'text' | 'pages' | 'formFields'>

/**
 * Reads the text of a report's file, which was hashed before, and makes the file known under a media id: the one given, where it has
 * one already. Progress goes from 0.3 to 1.
 * Throws what the reader refuses (`report_empty`, `report_password_protected`, …), and the signal's reason.
 */
export async function readReportFile(
  core: CoreContext,
  sourcePath: string,
  hashed: HashedFile,
  { signal, report }: { signal: AbortSignal; report: (step: string, progress: number) => void },
  mediaId = mediaIdSchema.parse(uuidv7())
): Promise<{ file: FileFields; text: TextFields }> {
  const fileName = path.basename(sourcePath)
  report(inJob('readingText'), 0.3)
  const extracted = await core.extractReport(sourcePath, fileName, signal, ({ pagesRead, pageCount, isRecognised }) => {
    const step = isRecognised ? inJob('readingScans', { read: pagesRead, count: pageCount }) : inJob('readingText')
    report(step, 0.3 + (0.7 * pagesRead) / pageCount)
  })
  signal.throwIfAborted()
  const { format, extractor, extractorVersion, text, pages, formFields } = extracted
  await core.store.putMedia(mediaId, { path: sourcePath, contentType: contentTypes[format], downloadName: fileName, expected: hashed })
  const { sha256, sizeBytes } = hashed
  return {
    file: {
      ...{ mediaId, fileName, sourcePath, format, sha256, sizeBytes },
      ...{ pageCount: pages.length, wordCount: extracted.wordCount, readingNotes: extracted.notes, extractorVersion }
    },
    text: { extractor, extractorVersion, text, pages, formFields }
  }
}
