import { oc } from '@orpc/contract'
import { z } from 'zod'
import { caseIdSchema } from '../model/ids'
import { roleSchema, type Role } from '../model/ledger'
import { reasonSchema } from '../model/primitives'
import { problemErrors } from './problem'

/** What every method declares beside its schemas: what it does, and which roles may call it. */
export interface MethodMeta {
  kind: 'query' | 'mutation'
  roles: readonly Role[]
  summary: string
}

export const allRoles = roleSchema.options
const reviewers = ['supervisor', 'investigator', 'administrator'] as const

/** A method whose meta stands with it. */
export const base = oc.errors(problemErrors).$meta<MethodMeta>({ kind: 'query', roles: [], summary: '' })
/** A method that changes nothing; every role may call it. */
export const query = (summary: string) => base.meta({ kind: 'query', roles: allRoles, summary })
/** A method that changes records; reviewers may call it. */
export const mutation = (summary: string) => base.meta({ kind: 'mutation', roles: reviewers, summary })

/** What every method of a case asks for. */
export const inCase = z.object({ caseId: caseIdSchema })
/** What is given when a record is withdrawn. */
export const withdrawal = { reason: reasonSchema }
