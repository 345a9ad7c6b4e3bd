import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { CaseId, FootageId } from '#shared/model/ids'
import type { Footage } from '#shared/model/footage'
import type { Job } from '#shared/model/job'
import type { TagDraft } from '#shared/model/tag'
import { grantSchema, type Grant } from '#shared/rpc/hostContract'
import { caseDraft } from '../core/openTestCore'
import type { BrowserHostProcess, Client } from './browserHostProcess'

/** Hands a file to the browser host as its page does. */
export async function upload(host: BrowserHostProcess, file: string, name = path.basename(file)): Promise<Grant> {
  const answer = await host.ask(`/upload?name=${encodeURIComponent(name)}`, { method: 'PUT', body: await readFile(file) })
  return grantSchema.parse(JSON.parse(answer.body.toString()))
}

/** Waits until a job has ended, however it ended. */
export async function endedJob(client: Client, job: Job): Promise<Job> {
  for (let now = job; ; now = await client.jobs.get({ jobId: job.id })) {
    if (now.endedAt !== null) return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A case with one footage that was uploaded. */
export async function uploadedCase(host: BrowserHostProcess, client: Client, file: string): Promise<{ caseId: CaseId; footage: Footage }> {
  const { id: caseId } = await client.cases.create(caseDraft)
  const { grantId } = await upload(host, file)
  const draft = { wearerId: null, cameraLabel: '', startsAt: null }
  const job = await endedJob(client, await client.footage.load({ caseId, grantId, draft }))
  const [footage] = (await client.cases.get({ caseId })).footage
  if (footage === undefined) throw new Error(`not loaded: ${JSON.stringify(job.problem)}`)
  return { caseId, footage }
}

/** A tag of force at half a second, with a note of its own. */
export function tagDraft(footageId: FootageId, note: string): TagDraft {
  return { footageId, startUs: 500_000, endUs: null, details: emptyTagDetails('force'), note, clauseIds: [] }
}
