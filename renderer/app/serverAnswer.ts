import { ProblemError, problemSchema, problemWords } from '#shared/rpc/problem'

/** The JSON of an answer of the server that served this page. Throws the problem that it refused with. */
export async function serverAnswer(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json()
  const parsed = problemSchema.safeParse(await answer.json().catch(() => null))
  if (parsed.success) throw ProblemError.of(parsed.data)
  throw new ProblemError('internal', problemWords('serverRefused', { status: answer.status }))
}
