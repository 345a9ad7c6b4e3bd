import { createCore } from '#core/createCore'
import type { Footage } from '#shared/model/footage'
import type { JobId } from '#shared/model/ids'
import { projectRoot } from './appDriver'
import { pathToFileURL } from 'node:url'
import path from 'node:path'

/**
 * Makes a data folder with one case that holds these files, without a window. Waits until `isEnough` is content with what is
 * loaded and what the jobs do, then closes the core.
 */
export async function makeFootageCase(
  dataFolder: string,
  files: readonly string[],
  isProxyAwaited: boolean
): Promise<{ footage: Footage[]; problems: string[] }> {
  const core = await createCore({
    ...{ dataFolder, host: 'test', appVersion: '0.0.0', env: process.env, log: () => undefined },
    extractionWorkerUrl: pathToFileURL(path.join(projectRoot, 'out/main/extractionWorker.js'))
  })
  const { client } = core
  const ended = async (jobId: JobId) => {
    for (;;) {
      const job = await client.jobs.get({ jobId })
      if (job.endedAt !== null) return job
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  try {
    const { id: caseId } = await client.cases.create({
      ...{ incidentNumber: '24-118302', place: 'Main Street', timeZone: 'America/New_York', note: '' },
      ...{ startsAt: '2024-10-13T01:14:00.000Z', endsAt: '2024-10-13T01:24:00.000Z' }
    })
    const problems: string[] = []
    for (const grant of await core.hostClient.grantFiles({ paths: [...files] })) {
      const draft = { wearerId: null, cameraLabel: grant.fileName, startsAt: null }
      const job = await ended((await client.footage.load({ caseId, grantId: grant.grantId, draft })).id)
      if (job.problem !== null) problems.push(`${grant.fileName}: ${job.problem.code}`)
    }
    for (const job of await client.jobs.list()) if (isProxyAwaited && job.kind === 'make-proxy') await ended(job.id)
    return { footage: (await client.cases.get({ caseId })).footage, problems }
  } finally {
    await core.close()
  }
}
