import type { z } from 'zod'

/** For each field that a schema refuses, what is wrong with it, e.g. `Must not be empty.`; by the field's name. */
export function issuesOf(error: z.ZodError): Record<string, string> {
  const issues: Record<string, string> = {}
  for (const issue of error.issues) {
    issues[String(issue.path[0] ?? '')] ??= `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`
  }
  return issues
}
