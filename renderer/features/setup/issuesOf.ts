import type { z } from 'zod'
import { saidAgain } from '#shared/messages/readBack'

/** For each field that a schema refuses, what is wrong with it, e.g. `Must not be empty.`; by the field's name. */
export function issuesOf(error: z.ZodError): Record<string, string> {
  const issues: Record<string, string> = {}
  for (const issue of error.issues) {
    issues[String(issue.path[0] ?? '')] ??= asSentence(saidAgain('validation', issue.message))
  }
  return issues
}

const asSentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`
