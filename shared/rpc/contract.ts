import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { caseDraftSchema, caseSchema, personDraftSchema, personSchema } from '../model/case'
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
import { alignmentChangeSchema, alignmentProposalSchema } from '../model/alignment'
import { damageSchema, footageDraftSchema, footageSchema } from '../model/footage'
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
import { ledgerLineSchema, ledgerVerdictSchema, roleSchema, userSchema, type Role } from '../model/ledger'
import { mostWaveformBuckets, overviewSchema, waveformSchema } from '../model/overview'
import { footageTimeSchema, instantSchema, noteSchema, reasonSchema, sha256Schema } from '../model/primitives'
import {
  passageSchema,
  passageSpanSchema,
  readStatementSchema,
  reportDraftSchema,
  reportSchema,
  reportTextSchema,
  statementDraftSchema,
  statementSchema
} from '../model/report'
import { tagDraftSchema, tagSchema } from '../model/tag'
import { viewedStretchSchema, viewingSchema, watchedShareSchema } from '../model/viewing'
import { diagnosticsSchema } from './diagnostics'
import { coreEventSchema } from './events'
import { problemErrors, problemSchema } from './problem'

/** What every method declares beside its schemas: what it does, and which roles may call it. */
export interface MethodMeta {
  kind: 'query' | 'mutation'
  roles: readonly Role[]
  summary: string
}

const allRoles = roleSchema.options
const reviewers = ['supervisor', 'investigator', 'administrator'] as const

const base = oc.errors(problemErrors).$meta<MethodMeta>({ kind: 'query', roles: [], summary: '' })
const query = (summary: string) => base.meta({ kind: 'query', roles: allRoles, summary })
const mutation = (summary: string) => base.meta({ kind: 'mutation', roles: reviewers, summary })

const inCase = z.object({ caseId: caseIdSchema })
/** Which sound track is heard, counted from 0. */
const audioTrack = z.number().int().min(0).max(999).default(0)
const withdrawal = { reason: reasonSchema }

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
    list: query('All cases with their counts').output(
      z.array(
        z.object({
          case: caseSchema,
          footageCount: z.number().int(),
          reportCount: z.number().int(),
          tagCount: z.number().int(),
          openDifferenceCount: z.number().int(),
          notComparedCount: z.number().int(),
          /** One for each reviewer who watched any of the footage. */
          watched: z.array(watchedShareSchema),
          /** Source files that the last check did not find as they were loaded. */
          notIntactCount: z.number().int()
        })
      )
    ),
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
  footage: {
    load: mutation('Load one video file: hash, probe, record. Answers with the job; its result is the footage id')
      .input(inCase.extend({ grantId: grantIdSchema, draft: footageDraftSchema }))
      .output(jobSchema),
    update: mutation('Change wearer, label or start time of a footage')
      .input(z.object({ footageId: footageIdSchema, draft: footageDraftSchema }))
      .output(footageSchema),
    withdraw: mutation('Withdraw a footage')
      .input(z.object({ footageId: footageIdSchema, ...withdrawal }))
      .output(footageSchema),
    verify: mutation('Hash a source again and record whether it is intact, changed or missing. Answers with the job')
      .input(z.object({ footageId: footageIdSchema }))
      .output(jobSchema),
    relink: mutation('Find the file of a footage again among chosen files: only one with the same SHA-256 is taken. Answers with the job')
      .input(z.object({ footageId: footageIdSchema, grantIds: z.array(grantIdSchema).min(1).max(1000) }))
      .output(jobSchema),
    makeProxy: mutation('Make a playable proxy of a footage that cannot be played from its source. Answers with the job')
      .input(z.object({ footageId: footageIdSchema, audioTrack }))
      .output(jobSchema),
    alignBySound: mutation('Look for the sound of one camera in that of another. Answers with the job; what it found waits for a person')
      .input(z.object({ footageId: footageIdSchema, referenceId: footageIdSchema }))
      .output(jobSchema),
    alignmentProposal: query('What the last search by sound for a footage ended with, or null')
      .input(z.object({ footageId: footageIdSchema }))
      .output(alignmentProposalSchema.nullable()),
    align: mutation('Accept what the sound tells, match moments by hand, move by a small step, or take an alignment back')
      .input(z.object({ footageId: footageIdSchema, change: alignmentChangeSchema }))
      .output(footageSchema),
    playback: query('Whether and from what a footage can be played now, with one of its sound tracks; a proxy that it needs is begun')
      .input(
        z.object({
          footageId: footageIdSchema,
          audioTrack,
          /** Set where the source was tried and does not play. */
          isSourceBroken: z.boolean().default(false),
          /** Of a proxy that is being made, up to here is needed to go on, and this moment is waited for. */
          neededUs: footageTimeSchema.default(0),
          awaitedUs: footageTimeSchema.nullable().default(null)
        })
      )
      .output(
        z.object({
          from: z.enum(['source', 'proxy', 'growing', 'none']),
          mediaId: mediaIdSchema.nullable(),
          /** How far a proxy that is still being made reaches; null otherwise. Ask again with what is needed. */
          readyUs: footageTimeSchema.nullable(),
          /** Why it cannot be played, or null. */
          problem: problemSchema.nullable()
        })
      ),
    damage: query('Where a footage is damaged, as its file was read and as its proxy was made')
      .input(z.object({ footageId: footageIdSchema }))
      .output(z.array(damageSchema)),
    frames: query('Presentation times of the frames in a window of a footage, ascending; of its proxy, those that it shows')
      .input(
        z.object({
          footageId: footageIdSchema,
          fromUs: footageTimeSchema,
          toUs: footageTimeSchema,
          of: z.enum(['source', 'proxy']).default('source')
        })
      )
      .output(
        z.object({
          timesUs: z.array(footageTimeSchema).max(20_000),
          firstFrameIndex: z.number().int().min(0),
          /** Where the proxy's frames are not those of the source: when it shows each, and each one's number in the source. */
          proxy: z.object({ timesUs: z.array(footageTimeSchema), frameIndexes: z.array(z.number().int().min(0)) }).nullable()
        })
      ),
    overview: query('The filmstrip and the extent of the waveform of a footage, as far as they are made; both are made by themselves')
      .input(z.object({ footageId: footageIdSchema }))
      .output(overviewSchema),
    waveform: query('A stretch of the waveform of a footage in buckets')
      .input(
        z.object({
          footageId: footageIdSchema,
          fromUs: footageTimeSchema,
          toUs: footageTimeSchema,
          bucketCount: z.number().int().min(1).max(mostWaveformBuckets)
        })
      )
      .output(waveformSchema),
    makeOverview: mutation('Make what is missing of the filmstrip and the waveform of a footage, also after it failed')
      .input(z.object({ footageId: footageIdSchema }))
      .output(z.array(jobSchema))
  },
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
    text: query('The text of a report as it was read, of its present file or of a former one')
      .input(z.object({ reportId: reportIdSchema, sha256: sha256Schema.optional() }))
      .output(reportTextSchema)
  },
  passages: {
    confirm: mutation('Say where a passage stands in the present text of its report, after the report was replaced')
      .input(z.object({ passageId: passageIdSchema, span: passageSpanSchema }))
      .output(passageSchema),
    markLost: mutation('Say that a passage is no longer in its report, after the report was replaced')
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
    forms: query('What the forms of a case say of force, in their boxes and outside them: differences within a report rest on it')
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
      .input(clipRangeSchema.extend({ footageId: footageIdSchema, way: clipWaySchema }))
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
      .input(inCase.extend({ format: z.enum(['html', 'pdf']) }))
      .output(jobSchema),
    codebook: mutation("Write the shipped codebook as a file, to begin an agency's own with. Answers with its media id").output(
      z.object({ mediaId: mediaIdSchema })
    )
  }
}

export type Contract = typeof contract
