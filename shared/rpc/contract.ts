import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { caseDraftSchema, caseSchema, personDraftSchema, personSchema } from '../model/case'
import { caseSummarySchema } from '../model/caseSummary'
import { clipPlanSchema, clipRangeSchema, clipWaySchema, writtenClipSchema } from '../model/clip'
import { codebookSchema } from '../model/codebookSchema'
import {
  absenceSchema,
  absenceSubjectSchema,
  differenceKindSchema,
  differenceSchema,
  dispositionSchema,
  dispositionStatusSchema,
  enteredDifferenceSchema,
  judgementSchema,
  linkSchema,
  formAccountSchema,
  notComparedSchema
} from '../model/comparison'
import { caseSnapshotSchema } from '../model/entities'
import { checkIntervalSchema, fileCheckStatusSchema } from '../model/fileCheck'
import {
  absenceIdSchema,
  caseIdSchema,
  footageIdSchema,
  grantIdSchema,
  jobIdSchema,
  linkIdSchema,
  mediaIdSchema,
  passageIdSchema,
  personIdSchema,
  reportIdSchema,
  statementIdSchema,
  tagIdSchema,
  viewingIdSchema
} from '../model/ids'
import { jobSchema } from '../model/job'
import { placeSchema, placeStepSchema, preferencesSchema } from '../model/desk'
import { ledgerLineSchema, ledgerVerdictSchema, userSchema } from '../model/ledger'
import { footageTimeSchema, noteSchema, reasonSchema, sha256Schema } from '../model/primitives'
import {
  olderReadingSchema,
  passageSchema,
  passageSpanSchema,
  readStatementSchema,
  reportDraftSchema,
  reportSchema,
  reportTextSchema,
  statementDraftSchema,
  statementReadAnewSchema,
  statementSchema
} from '../model/report'
import { searchAnswerSchema, searchQuestionSchema } from '../model/search'
import { tagDraftSchema, tagSchema } from '../model/tag'
import { viewedStretchSchema, viewingSchema } from '../model/viewing'
import { diagnosticsSchema } from './diagnostics'
import { coreEventSchema } from './events'
import { footageContract } from './footageContract'
import { allRoles, base, inCase, mutation, query, withdrawal } from './method'
import { localeSchema } from '../messages/locale'
import { englishOf } from '../messages/messagesOf'

/** In which language a file is written; the user's own choice where it is left out. */
const inLanguage = { locale: localeSchema.exactOptional() }

/** Every method of the app, once. Screens, the command line and the tests call these and nothing else. */
export const contract = {
  app: {
    diagnostics: query('What runs here: versions, ffmpeg, data folder, free disk, ledger').output(diagnosticsSchema),
    user: query('The local user and the roles held').output(userSchema),
    codebook: query('The codebook in force').output(codebookSchema),
    openDemonstration: mutation('Make the demonstration case, or find it where it is made already').output(jobSchema)
  },
  events: {
    subscribe: query('A stream of what changes: records, jobs').output(eventIterator(coreEventSchema))
  },
  desk: {
    get: query('How the user wants the app to look and answer, and where the user was').output(
      z.object({ preferences: preferencesSchema, place: placeSchema })
    ),
    savePreferences: base
      .meta({ kind: 'mutation', roles: allRoles, summary: 'Save how the user wants the app to look and answer' })
      .input(preferencesSchema)
      .output(preferencesSchema),
    keepPlace: base
      .meta({ kind: 'mutation', roles: allRoles, summary: 'Keep where the user is, and what is half written' })
      .input(placeStepSchema)
      .output(z.null())
  },
  cases: {
    list: query('All cases with their counts').output(z.array(caseSummarySchema)),
    create: mutation('Create a case').input(caseDraftSchema).output(caseSchema),
    update: mutation('Change what is entered of a case')
      .input(inCase.extend({ draft: caseDraftSchema }))
      .output(caseSchema),
    withdraw: mutation('Withdraw a case').input(inCase.extend(withdrawal)).output(caseSchema),
    get: query('Everything of one case').input(inCase).output(caseSnapshotSchema),
    recordViewing: mutation('Note in the ledger that the user opened a case')
      .input(inCase)
      .output(z.object({ sequence: z.number().int() }))
  },
  search: {
    find: query('Find people, places, tags, notes and report text in every case')
      .input(searchQuestionSchema.extend(inLanguage))
      .output(searchAnswerSchema)
  },
  people: {
    create: mutation('Add a person to a case')
      .input(inCase.extend({ draft: personDraftSchema }))
      .output(personSchema),
    update: mutation('Change a person')
      .input(z.object({ personId: personIdSchema, draft: personDraftSchema }))
      .output(personSchema),
    withdraw: mutation('Withdraw a person')
      .input(z.object({ personId: personIdSchema, ...withdrawal }))
      .output(personSchema)
  },
  footage: footageContract,
  tags: {
    create: mutation('Tag footage')
      .input(inCase.extend({ draft: tagDraftSchema }))
      .output(tagSchema),
    update: mutation('Change a tag')
      .input(z.object({ tagId: tagIdSchema, draft: tagDraftSchema }))
      .output(tagSchema),
    withdraw: mutation('Withdraw a tag')
      .input(z.object({ tagId: tagIdSchema, ...withdrawal }))
      .output(tagSchema)
  },
  viewings: {
    record: base
      .meta({ kind: 'mutation', roles: allRoles, summary: 'Record what was watched: a new stretch, or one recorded before that went on' })
      .input(z.object({ viewingId: viewingIdSchema.nullable(), stretch: viewedStretchSchema }))
      .output(viewingSchema)
  },
  reports: {
    load: mutation('Load one report file: hash, read its text, record. Answers with the job; its result is the report id')
      .input(inCase.extend({ grantId: grantIdSchema, draft: reportDraftSchema }))
      .output(jobSchema),
    update: mutation('Change what is entered of a report')
      .input(z.object({ reportId: reportIdSchema, draft: reportDraftSchema }))
      .output(reportSchema),
    withdraw: mutation('Withdraw a report')
      .input(z.object({ reportId: reportIdSchema, ...withdrawal }))
      .output(reportSchema),
    verify: mutation('Hash a report file again and record whether it is intact, changed or missing. Answers with the job')
      .input(z.object({ reportId: reportIdSchema }))
      .output(jobSchema),
    replace: mutation(
      'Replace the file of a report by a corrected version, and find its passages again. Answers with the job; its result is the report id'
    )
      .input(z.object({ reportId: reportIdSchema, grantId: grantIdSchema }))
      .output(jobSchema),
    reread: mutation(
      'Read the file of a report again where an older reader made its text, and find its passages again. Answers with the job; its result is the report id'
    )
      .input(z.object({ reportId: reportIdSchema }))
      .output(jobSchema),
    olderReadings: query('The reports of a case whose text an older reader made').input(inCase).output(z.array(olderReadingSchema)),
    text: query('The text of a report as it was read, of its present file or of a former one')
      .input(z.object({ reportId: reportIdSchema, sha256: sha256Schema.optional() }))
      .output(reportTextSchema)
  },
  passages: {
    confirm: mutation(
      'Say where a passage stands in the present text of its report, after that became another; and which of its statements are read anew there'
    )
      .input(
        z.object({
          passageId: passageIdSchema,
          span: passageSpanSchema,
          readAnew: z
            .array(statementReadAnewSchema)
            .max(50)
            .refine(
              (all) => new Set(all.map(({ statementId }) => statementId)).size === all.length,
              englishOf('validation')('eachStatementOnce')
            )
            .default([])
        })
      )
      .output(passageSchema),
    markLost: mutation('Say that a passage is no longer in its report, after that became another text')
      .input(z.object({ passageId: passageIdSchema }))
      .output(passageSchema)
  },
  statements: {
    read: query('What the reader finds in a span of a report; a suggestion, never a record')
      .input(z.object({ span: passageSpanSchema }))
      .output(z.array(readStatementSchema)),
    ofReport: query('All that the reader finds in a report, in the order of its text; suggestions, never records')
      .input(z.object({ reportId: reportIdSchema }))
      .output(z.array(readStatementSchema)),
    create: mutation('Mark a passage as a statement')
      // `readAs` is what the reader found there and the draft began as.
      .input(z.object({ span: passageSpanSchema, draft: statementDraftSchema, readAs: readStatementSchema.optional() }))
      .output(statementSchema),
    update: mutation('Change a statement')
      .input(z.object({ statementId: statementIdSchema, draft: statementDraftSchema }))
      .output(statementSchema),
    withdraw: mutation('Withdraw a statement')
      .input(z.object({ statementId: statementIdSchema, ...withdrawal }))
      .output(statementSchema)
  },
  links: {
    create: mutation('Tie a tag to a passage, with a judgement')
      .input(z.object({ tagId: tagIdSchema, span: passageSpanSchema, judgement: judgementSchema, note: noteSchema }))
      .output(linkSchema),
    update: mutation('Change the judgement of a link')
      .input(z.object({ linkId: linkIdSchema, judgement: judgementSchema, note: noteSchema }))
      .output(linkSchema),
    withdraw: mutation('Withdraw a link')
      .input(z.object({ linkId: linkIdSchema, ...withdrawal }))
      .output(linkSchema)
  },
  absences: {
    create: mutation('Record that the other account was looked for and not found; several at once are one gesture')
      .input(inCase.extend({ subjects: z.array(absenceSubjectSchema).min(1).max(1000), note: noteSchema }))
      .output(z.array(absenceSchema)),
    withdraw: mutation('Take back that the other account was not found')
      .input(z.object({ absenceId: absenceIdSchema, ...withdrawal }))
      .output(absenceSchema)
  },
  differences: {
    forms: query('What the forms of a case say in their boxes and in their narrative: differences within a report rest on it')
      .input(inCase)
      .output(z.array(formAccountSchema)),
    list: query('The differences of a case, and what nobody has compared yet')
      .input(inCase)
      .output(z.object({ differences: z.array(differenceSchema), notCompared: z.array(notComparedSchema) })),
    enter: mutation('Enter a difference by hand')
      .input(
        inCase.extend({
          kind: differenceKindSchema,
          tagIds: z.array(tagIdSchema).max(50),
          passageIds: z.array(passageIdSchema).max(49),
          /** Words that it rests on and that are no passage yet. */
          span: passageSpanSchema.nullable().default(null),
          description: reasonSchema
        })
      )
      .output(enteredDifferenceSchema),
    dispose: mutation('Settle a difference, or open it again, with a reason')
      .input(inCase.extend({ key: z.string().max(300), status: dispositionStatusSchema, reason: reasonSchema }))
      .output(dispositionSchema)
  },
  ledger: {
    list: query('The ledger, newest first')
      .input(
        z.object({ caseId: caseIdSchema.nullable(), beforeSequence: z.number().int().nullable(), limit: z.number().int().min(1).max(500) })
      )
      .output(z.array(ledgerLineSchema)),
    verify: query('Check the hash chain, and that every record is what the ledger says').output(ledgerVerdictSchema),
    undo: mutation('Undo the last gesture of this user in this case').input(inCase).output(ledgerLineSchema),
    redo: mutation('Redo the last gesture undone').input(inCase).output(ledgerLineSchema)
  },
  jobs: {
    list: query('Jobs of the last day and all that are not done').output(z.array(jobSchema)),
    get: query('One job')
      .input(z.object({ jobId: jobIdSchema }))
      .output(jobSchema),
    cancel: mutation('Cancel one job')
      .input(z.object({ jobId: jobIdSchema }))
      .output(jobSchema),
    pause: mutation('Halt one job until it is resumed')
      .input(z.object({ jobId: jobIdSchema }))
      .output(jobSchema),
    resume: mutation('Let a halted job wait for its turn again')
      .input(z.object({ jobId: jobIdSchema }))
      .output(jobSchema),
    prioritize: query('Say which records, e.g. footage, are on screen now: work on them comes first')
      .input(z.object({ subjectIds: z.array(z.uuid()).max(100) }))
      .output(z.null())
  },
  checks: {
    status: query('How often source files are hashed again, when next, and what was found last').output(fileCheckStatusSchema),
    setInterval: mutation('Say how often source files are hashed again')
      .input(z.object({ interval: checkIntervalSchema }))
      .output(fileCheckStatusSchema),
    startAll: mutation('Hash every source file again now. Answers with the jobs').output(z.array(jobSchema))
  },
  clips: {
    plan: query('What a clip would be: where it really begins and ends, and what is copied or encoded anew')
      .input(clipRangeSchema.extend({ footageId: footageIdSchema, way: clipWaySchema }))
      .output(clipPlanSchema),
    write: mutation('Write a clip and its provenance. Answers with the job; its result is a media id')
      .input(clipRangeSchema.extend({ footageId: footageIdSchema, way: clipWaySchema, ...inLanguage }))
      .output(jobSchema),
    still: mutation('Write the frame shown at a time as PNG, with its provenance. Answers with the job; its result is a media id')
      .input(z.object({ footageId: footageIdSchema, timeUs: footageTimeSchema }))
      .output(jobSchema),
    written: query('A clip or still that was written, with its provenance')
      .input(z.object({ mediaId: mediaIdSchema }))
      .output(writtenClipSchema)
  },
  exports: {
    findings: mutation('Write the findings summary. Answers with the job; its result is a media id')
      .input(inCase.extend({ format: z.enum(['html', 'pdf']), ...inLanguage }))
      .output(jobSchema),
    codebook: mutation("Write the shipped codebook as a file, to begin an agency's own with. Answers with its media id").output(
      z.object({ mediaId: mediaIdSchema })
    )
  }
}

export type Contract = typeof contract
