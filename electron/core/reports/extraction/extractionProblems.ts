import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { Worded } from '#shared/messages/worded'

const shortened = (fileName: string): string => (fileName.length > 80 ? `${fileName.slice(0, 79)}…` : fileName)

/** The file is damaged, gone, or may not be opened. `detail` finishes the sentence. */
export const reportUnreadable = (fileName: string, detail: Worded, cause?: unknown): ProblemError =>
  new ProblemError('report_unreadable', problemWords('reportUnreadable', { fileName: shortened(fileName), detail }), { cause })

/** The file asks for a password before it shows its text. */
export const reportPasswordProtected = (fileName: string, cause?: unknown): ProblemError =>
  new ProblemError('report_password_protected', problemWords('reportProtected', { fileName: shortened(fileName) }), { cause })

/** The file has no words; `found` says what it has instead. */
export const reportEmpty = (fileName: string, found: 'reportEmptyFile' | 'reportWithoutText' | 'reportScanUnread'): ProblemError =>
  new ProblemError('report_empty', problemWords(found, { fileName: shortened(fileName) }))

/** The file passes one of the limits in `extractionLimits`. `detail` says which. */
export const reportTooLarge = (fileName: string, detail: Worded, cause?: unknown): ProblemError =>
  new ProblemError('report_too_large', problemWords('reportTooLarge', { fileName: shortened(fileName), detail }), { cause })

/** The file is of a kind that is not read. `detail` names the kind. */
export const reportFormatUnsupported = (fileName: string, detail: Worded): ProblemError =>
  new ProblemError('report_format_unsupported', problemWords('reportUnsupported', { fileName: shortened(fileName), detail }))
