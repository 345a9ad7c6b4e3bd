import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { FootageId } from '#shared/model/ids'
import type { Job } from '#shared/model/job'
import { grantSchema } from '#shared/rpc/hostContract'
import { caseDraft } from '../../core/openTestCore'
import { startBrowserHost, type Client } from '../../hosts/browserHostProcess'

/** The built app on a data folder of its own, with one footage file on its command line. */
export interface BenchApp {
  client: Client
  coreProcessId: () => number
  /** Loads the file, without its overview having to be there. */
  load: () => Promise<FootageId>
  /** Waits until nothing is under way. */
  settle: () => Promise<void>
  /** Takes what was made of footage away, by the beginnings of names, e.g. `filmstrip`. */
  forget: (...beginnings: string[]) => void
  close: () => Promise<void>
}

/** Starts the app; to be closed. */
export async function startBenchApp(file: string): Promise<BenchApp> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-'))
  const host = await startBrowserHost(dataFolder, [file])
  const { client, close } = await host.connect()
  let sha256 = ''
  return {
    client,
    coreProcessId: host.coreProcessId,
    load: async () => {
      const { id: caseId } = await client.cases.create(caseDraft)
      const [grant] = z.array(grantSchema).parse(JSON.parse((await host.ask('/pending')).body.toString()))
      if (grant === undefined) throw new Error('The file of the command line was not granted.')
      const draft = { wearerId: null, cameraLabel: '', startsAt: null }
      const job = await endOf(client, await client.footage.load({ caseId, grantId: grant.grantId, draft }))
      const [footage] = (await client.cases.get({ caseId })).footage
      if (footage === undefined) throw new Error(`It was not loaded: ${job.problem?.what ?? ''}`)
      sha256 = footage.sha256
      return footage.id
    },
    settle: async () => {
      for (;;) {
        const jobs = await client.jobs.list()
        const failed = jobs.find((job) => job.status === 'failed')
        if (failed !== undefined) throw new Error(failed.problem?.what)
        if (jobs.length > 1 && jobs.every((job) => job.endedAt !== null)) return
        await pause()
      }
    },
    forget: (...beginnings) => {
      for (const name of beginnings) rmSync(path.join(dataFolder, 'derived', sha256, `${name}.json`))
    },
    close: async () => {
      close()
      await host.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  }
}

/** Waits until a job has ended; throws where it failed. */
export async function endOf(client: Client, job: Job): Promise<Job> {
  for (let now = job; ; now = await client.jobs.get({ jobId: job.id })) {
    if (now.status === 'failed') throw new Error(now.problem?.what)
    if (now.endedAt !== null) return now
    // Seldom: asking takes its time from what is measured.
    await pause(40)
  }
}

/** Between two looks at how far something is, milliseconds. */
export const pause = (ms = 10) => new Promise((resolve) => setTimeout(resolve, ms))
