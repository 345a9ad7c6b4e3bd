import { z } from 'zod'

/** Ids are UUIDv7, made by the app, so that any store can hold them and they sort by time of making. */
const id = <Name extends string>(name: Name) => z.uuidv7().brand(name)

export const userIdSchema = id('UserId')
export type UserId = z.infer<typeof userIdSchema>
export const caseIdSchema = id('CaseId')
export type CaseId = z.infer<typeof caseIdSchema>
export const personIdSchema = id('PersonId')
export type PersonId = z.infer<typeof personIdSchema>
export const footageIdSchema = id('FootageId')
export type FootageId = z.infer<typeof footageIdSchema>
export const tagIdSchema = id('TagId')
export type TagId = z.infer<typeof tagIdSchema>
export const reportIdSchema = id('ReportId')
export type ReportId = z.infer<typeof reportIdSchema>
export const reportTextIdSchema = id('ReportTextId')
export type ReportTextId = z.infer<typeof reportTextIdSchema>
export const passageIdSchema = id('PassageId')
export type PassageId = z.infer<typeof passageIdSchema>
export const statementIdSchema = id('StatementId')
export type StatementId = z.infer<typeof statementIdSchema>
export const linkIdSchema = id('LinkId')
export type LinkId = z.infer<typeof linkIdSchema>
export const absenceIdSchema = id('AbsenceId')
export type AbsenceId = z.infer<typeof absenceIdSchema>
export const enteredDifferenceIdSchema = id('EnteredDifferenceId')
export type EnteredDifferenceId = z.infer<typeof enteredDifferenceIdSchema>
export const dispositionIdSchema = id('DispositionId')
export type DispositionId = z.infer<typeof dispositionIdSchema>
export const viewingIdSchema = id('ViewingId')
export type ViewingId = z.infer<typeof viewingIdSchema>
export const fileCheckIdSchema = id('FileCheckId')
export type FileCheckId = z.infer<typeof fileCheckIdSchema>
export const exportIdSchema = id('ExportId')
export type ExportId = z.infer<typeof exportIdSchema>
export const jobIdSchema = id('JobId')
export type JobId = z.infer<typeof jobIdSchema>
/** A file that a person chose in a dialog, by a drop or on the command line; a screen never names a path. */
export const grantIdSchema = id('GrantId')
export type GrantId = z.infer<typeof grantIdSchema>
/** The opaque name under which a host serves one file's bytes. */
export const mediaIdSchema = id('MediaId')
export type MediaId = z.infer<typeof mediaIdSchema>
