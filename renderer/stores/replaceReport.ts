import { messagesOf } from '#shared/messages/messagesOf'
import type { JobId, ReportId } from '#shared/model/ids'
import { connection } from '../app/connection'
import { problemOf } from './problemOf'
import { useSessionStore } from './sessionStore'

const say = messagesOf('reports')

/** Lets the reviewer choose the corrected version of a report, and replaces it. Answers with the job, or null where none was chosen. */
export async function replaceReport(reportId: ReportId): Promise<JobId | null> {
  const { shell, client } = connection()
  const { notify } = useSessionStore.getState()
  try {
    const [grant, ...more] = await shell.pickFiles('report')
    if (grant === undefined) return null
    if (more.length > 0) {
      notify(say('oneFileOnly'))
      return null
    }
    return (await client.reports.replace({ reportId, grantId: grant.grantId })).id
  } catch (error) {
    const problem = problemOf(error)
    notify(problem.what, problem)
    return null
  }
}
