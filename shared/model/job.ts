import { z } from 'zod'
import { problemSchema } from '../rpc/problem'
import { caseIdSchema, jobIdSchema } from './ids'
import { instantSchema } from './primitives'

export const jobKindSchema = z.enum([
  'load-footage',
  'load-report',
  'replace-report',
  'reread-report',
  'verify-footage',
  'verify-report',
  'relink-footage',
  'make-proxy',
  'make-filmstrip',
  'read-waveform',
  'align-footage',
  'write-clip',
  'findings',
  'demonstration'
])
export type JobKind = z.infer<typeof jobKindSchema>

/** `paused` is work that a person has halted; it begins again when it is resumed. */
export const jobStatusSchema = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled'])
export type JobStatus = z.infer<typeof jobStatusSchema>

/** Whether someone asked for the work, or the app does it for later. */
export const jobPrioritySchema = z.enum(['asked', 'background'])

/** Long work: stored, cancellable, with progress; begun again after the app stopped, where its kind can be. */
export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  caseId: caseIdSchema.nullable(),
  /** The record it works on, e.g. a footage id; null where there is none yet. */
  subjectId: z.string().nullable().default(null),
  priority: jobPrioritySchema.default('asked'),
  /** What it works on, in words for people, e.g. the file's name. */
  label: z.string(),
  /** The step it is at, e.g. `Hashing`. */
  step: z.string(),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  status: jobStatusSchema,
  /** How often the app stopped while it ran. */
  interruptions: z.number().int().min(0).default(0),
  /** Id of what it made, where it made something. */
  resultId: z.string().nullable(),
  problem: problemSchema.nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable()
})
export type Job = z.infer<typeof jobSchema>

/** Whether a job may still do something: it waits, runs or is halted. */
export function isOpenJob(job: Job): boolean {
  return job.status === 'queued' || job.status === 'running' || job.status === 'paused'
}
