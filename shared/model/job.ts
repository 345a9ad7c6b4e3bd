import { z } from 'zod'
import { problemSchema } from '../rpc/problem'
import { caseIdSchema, jobIdSchema } from './ids'
import { instantSchema } from './primitives'

export const jobKindSchema = z.enum(['load-footage', 'load-report', 'verify-footage', 'make-proxy', 'findings', 'demonstration'])
export type JobKind = z.infer<typeof jobKindSchema>

export const jobStatusSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type JobStatus = z.infer<typeof jobStatusSchema>

/** Long work: stored, cancellable, with progress. */
export const jobSchema = z.object({
  id: jobIdSchema,
  kind: jobKindSchema,
  caseId: caseIdSchema.nullable(),
  /** What it works on, in words for people, e.g. the file's name. */
  label: z.string(),
  /** The step it is at, e.g. `Hashing`. */
  step: z.string(),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  status: jobStatusSchema,
  /** Id of what it made, where it made something. */
  resultId: z.string().nullable(),
  problem: problemSchema.nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable()
})
export type Job = z.infer<typeof jobSchema>
