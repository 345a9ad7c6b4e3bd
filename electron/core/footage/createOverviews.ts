import { z } from 'zod'
import type { Footage } from '#shared/model/footage'
import { footageIdSchema, type CaseId } from '#shared/model/ids'
import { isOpenJob, type Job } from '#shared/model/job'
import type { Overview, OverviewState, Waveform } from '#shared/model/overview'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import type { CoreContext } from '../context'
import type { JobProgress } from '../jobs'
import { requireActive } from '../ledger'
import { createFilmstrips } from './filmstrips'
import { statFile } from './hashFile'
import { createWaveforms } from './waveforms'

/** The overview of each footage: its filmstrip and its waveform, made once and kept in the data folder. */
export interface Overviews {
  /** Starts what is missing of a footage, without waiting for it; where it failed in the last day, only with `isAsked`. */
  begin: (footage: Footage, isAsked?: boolean) => Promise<Job[]>
  /** The same for every footage of a case whose file is there. It is work for later and never throws. */
  beginForCase: (caseId: CaseId) => Promise<void>
  read: (footage: Footage) => Promise<Overview>
  waveform: (footage: Footage, fromUs: number, toUs: number, bucketCount: number) => Promise<Waveform>
}

const kinds = ['read-waveform', 'make-filmstrip'] as const
type Kind = (typeof kinds)[number]

/** Defines the two kinds of work on the queue. */
export function createOverviews(core: CoreContext): Overviews {
  const { store, jobs } = core
  const filmstrips = createFilmstrips(core)
  const waveforms = createWaveforms(core)

  const define = (kind: Kind, make: (footage: Footage, progress: JobProgress) => Promise<void>) =>
    jobs.define({
      kind,
      request: z.object({ footageId: footageIdSchema }),
      isResumable: true,
      run: async ({ footageId }, progress) => {
        const footage = await requireActive(store, 'footage', footageId)
        await requireSame(footage)
        await make(footage, progress)
        return footage.id
      }
    })
  const start = { 'read-waveform': define('read-waveform', waveforms.make), 'make-filmstrip': define('make-filmstrip', filmstrips.make) }
  const isWhole = {
    'read-waveform': async (footage: Footage) => (await waveforms.extent(footage)).isWhole,
    'make-filmstrip': async (footage: Footage) => (await filmstrips.read(footage)).isWhole
  }
  const lastJob = (kind: Kind, footage: Footage) => jobs.list().findLast((job) => job.kind === kind && job.subjectId === footage.id) ?? null

  async function begin(footage: Footage, isAsked = false): Promise<Job[]> {
    const begun: Job[] = []
    for (const kind of kinds) {
      const last = lastJob(kind, footage)
      const isRefused = last !== null && !isOpenJob(last) && last.status !== 'done' && !isAsked
      if (isRefused || (await isWhole[kind](footage))) continue
      const { id, caseId, fileName } = footage
      begun.push(await start[kind]({ caseId, subjectId: id, label: fileName, priority: 'background', request: { footageId: id } }))
    }
    return begun
  }

  function stateOf(isReady: boolean, job: Job | null): { state: OverviewState; problem: Overview['filmstrip']['problem'] } {
    if (isReady) return { state: 'ready', problem: null }
    if (job !== null && isOpenJob(job)) return { state: 'making', problem: null }
    return job === null || job.status === 'done' ? { state: 'missing', problem: null } : { state: 'failed', problem: job.problem }
  }

  return {
    begin,
    beginForCase: async (caseId) => {
      try {
        for (const footage of await store.listOfCase('footage', caseId)) {
          if (footage.withdrawn !== null) continue
          const isThere = await requireSame(footage).then(
            () => true,
            () => false
          )
          if (isThere) await begin(footage)
        }
      } catch {
        // Only the pictures are missing then, which the timeline shows; a case opens all the same.
      }
    },
    read: async (footage) => {
      const { isWhole: hasAllPictures, ...pictures } = await filmstrips.read(footage)
      const { isWhole: hasAllSound, ...extent } = await waveforms.extent(footage)
      return {
        filmstrip: { ...pictures, ...stateOf(hasAllPictures, lastJob('make-filmstrip', footage)) },
        waveform: { ...extent, ...stateOf(hasAllSound, lastJob('read-waveform', footage)) }
      }
    },
    waveform: waveforms.read
  }
}

/** Pictures of another file would be evidence of nothing. */
async function requireSame(footage: Footage): Promise<void> {
  const found = await statFile(footage.sourcePath)
  if (found.sizeBytes === footage.sizeBytes && found.modifiedAtMs === footage.modifiedAtMs) return
  throw new ProblemError('footage_changed', problemWords('overviewSourceChanged', { fileName: footage.fileName }), {
    subjectId: footage.id
  })
}
