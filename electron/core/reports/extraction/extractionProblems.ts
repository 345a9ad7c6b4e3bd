import { ProblemError } from '#shared/rpc/problem'

const quoted = (fileName: string): string => `“${fileName.length > 80 ? `${fileName.slice(0, 79)}…` : fileName}”`

/** The file is damaged, gone, or may not be opened. `detail` finishes the sentence. */
export const reportUnreadable = (fileName: string, detail: string, cause?: unknown): ProblemError =>
  new ProblemError(
    'report_unreadable',
    `${quoted(fileName)} could not be read: ${detail}`,
    'Open the file in the program it was written with, save it again as PDF or DOCX, and load that copy.',
    { cause }
  )

/** The file asks for a password before it shows its text. */
export const reportPasswordProtected = (fileName: string, cause?: unknown): ProblemError =>
  new ProblemError(
    'report_password_protected',
    `${quoted(fileName)} is protected by a password.`,
    'Open it with its password, save a copy without one, and load the copy.',
    { cause }
  )

/** The file has no words. `detail` says what was found instead, `todo` what to do. */
export const reportEmpty = (fileName: string, detail: string, todo: string): ProblemError =>
  new ProblemError('report_empty', `No words were found in ${quoted(fileName)}: ${detail}`, todo)

/** The file passes one of the limits in `extractionLimits`. `detail` says which. */
export const reportTooLarge = (fileName: string, detail: string, cause?: unknown): ProblemError =>
  new ProblemError(
    'report_too_large',
    `${quoted(fileName)} is too large to read: ${detail}`,
    'Load only the pages that hold the report, or save the report again as a new PDF or DOCX.',
    { cause }
  )

/** The file is of a kind that is not read. `detail` names the kind. */
export const reportFormatUnsupported = (fileName: string, detail: string): ProblemError =>
  new ProblemError(
    'report_format_unsupported',
    `${quoted(fileName)} is not a kind of file that can be read as a report: ${detail}`,
    'Save it as DOCX or PDF in the program it was written with, and load that copy.'
  )
