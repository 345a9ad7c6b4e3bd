import { ProblemError, problemSchema } from '#shared/rpc/problem'

/** The JSON of an answer of the server that served this page. Throws the problem that it refused with. */
export async function serverAnswer(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json()
  const parsed = problemSchema.safeParse(await answer.json().catch(() => null))
  if (parsed.success) {
    const { code, what, todo, kept } = parsed.data
    throw new ProblemError(code, what, todo, { kept })
  }
  throw new ProblemError(
    'internal',
    `The server refused the request (${answer.status}).`,
    'Open the address again that the terminal printed.'
  )
}
