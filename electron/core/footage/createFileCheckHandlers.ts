import { checksNotIntact, planFileChecks, type HashedSource } from '#shared/domain/planFileChecks'
import { checkIntervalSchema, type FileCheck } from '#shared/model/fileCheck'
import type { CaseId } from '#shared/model/ids'
import { isOpenJob, type Job } from '#shared/model/job'
import type { User } from '#shared/model/ledger'
import { englishOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { requireActive } from '../ledger'
import { os } from '../rpc/implementer'
import { checkFile, fileCheckRequestSchema } from './checkFile'
import { findFootageFile, relinkRequestSchema } from './relinkFootage'

const inLedger = englishOf('labels')

/** A source file that stands in a case that stands. */
interface Source extends HashedSource {
  kind: FileCheck['subjectKind']
  caseId: CaseId
  incidentNumber: string
  fileName: string
}

const intervalSetting = 'interval of file checks'
const restMs = 24 * 60 * 60 * 1000

/** Source files hashed again: when asked, and as scheduled; and found again where they were moved. */
export function createFileCheckHandlers(core: CoreContext) {
  const { store, jobs, ledger, grants, localUser, now } = core
  const kinds = { footage: 'verify-footage', report: 'verify-report' } as const
  const define = (kind: (typeof kinds)[keyof typeof kinds]) =>
    jobs.define({
      kind,
      request: fileCheckRequestSchema,
      isResumable: true,
      run: async (request, progress) => (await checkFile(core, request, progress)).id
    })
  const starts = { footage: define('verify-footage'), report: define('verify-report') }
  const startRelink = jobs.define({
    kind: 'relink-footage',
    request: relinkRequestSchema,
    isResumable: true,
    run: async (request, progress) => (await findFootageFile(core, request, progress)).id
  })

  const jobsOf = ({ kind, id }: Pick<Source, 'kind' | 'id'>): Job[] =>
    jobs.list().filter((job) => job.kind === kinds[kind] && job.subjectId === id)

  /** Checks a file for a person; where it is waiting or halted already, that goes on. */
  async function start(user: User, source: Pick<Source, 'kind' | 'id' | 'caseId' | 'fileName'>): Promise<Job> {
    const open = jobsOf(source).find(isOpenJob)
    if (open !== undefined) return jobs.resume(open.id)
    const { kind, id, caseId, fileName } = source
    return starts[kind]({
      ...{ caseId, subjectId: id, label: fileName },
      request: { user, subjectKind: kind, subjectId: id, isScheduled: false }
    })
  }

  async function sources(): Promise<Source[]> {
    const cases = new Map((await store.listAll('case')).filter(({ withdrawn }) => withdrawn === null).map((one) => [one.id, one]))
    const checkedAt = new Map((await store.listAll('fileCheck')).map((check) => [check.subjectId, check.checkedAt]))
    const of = (
      kind: Source['kind'],
      rows: readonly { id: string; caseId: CaseId; fileName: string; createdAt: string; withdrawn: unknown }[]
    ) =>
      rows.flatMap(({ id, caseId, fileName, createdAt, withdrawn }): Source[] => {
        const incidentNumber = cases.get(caseId)?.incidentNumber
        if (withdrawn !== null || incidentNumber === undefined) return []
        return [{ kind, id, caseId, incidentNumber, fileName, hashedAt: checkedAt.get(id) ?? createdAt }]
      })
    return [...of('footage', await store.listAll('footage')), ...of('report', await store.listAll('report'))]
  }

  const interval = async () => (await store.setting(intervalSetting, checkIntervalSchema)) ?? 'weekly'

  async function status() {
    const known = await sources()
    const byId = new Map(known.map((source) => [source.id, source]))
    const checks = (await store.listAll('fileCheck')).filter((check) => byId.has(check.subjectId))
    const plan = planFileChecks(known, await interval(), now().toISOString())
    return {
      interval: await interval(),
      nextDueAt: plan.due.length > 0 ? now().toISOString() : plan.nextDueAt,
      fileCount: known.length,
      intactCount: checks.filter(({ state }) => state === 'intact').length,
      lastCheckedAt:
        checks
          .map(({ checkedAt }) => checkedAt)
          .toSorted()
          .at(-1) ?? null,
      notIntact: checksNotIntact(
        checks,
        known.map(({ id }) => ({ id, withdrawn: null }))
      ).map((check) => {
        const { incidentNumber = '', fileName = '' } = byId.get(check.subjectId) ?? {}
        return { check, incidentNumber, fileName }
      })
    }
  }

  return {
    /** Starts the checks that are due, behind all other work. What was begun or cancelled within the last day is left in peace. */
    startDue: async () => {
      const { due } = planFileChecks(await sources(), await interval(), now().toISOString())
      const isRecent = (job: Job) => isOpenJob(job) || now().getTime() - Date.parse(job.createdAt) < restMs
      const recent = new Set(
        jobs
          .list()
          .filter(isRecent)
          .map(({ kind, subjectId }) => `${kind} ${subjectId}`)
      )
      const fresh = due.filter(({ kind, id }) => !recent.has(`${kinds[kind]} ${id}`))
      // Together: noted on the disk at once, where one after the other would each wait for it.
      await Promise.all(
        fresh.map(({ kind, id, caseId, fileName }) => {
          const request = { user: localUser, subjectKind: kind, subjectId: id, isScheduled: true }
          return starts[kind]({ caseId, subjectId: id, label: fileName, priority: 'background', request })
        })
      )
    },
    footage: {
      verify: os.footage.verify.handler(async ({ input, context }) =>
        start(context.user, { kind: 'footage', ...(await requireActive(store, 'footage', input.footageId)) })
      ),
      relink: os.footage.relink.handler(async ({ input, context }) => {
        const { id, caseId, fileName } = await requireActive(store, 'footage', input.footageId)
        const paths = input.grantIds.map((grantId) => grants.pathOf(grantId))
        return startRelink({ caseId, subjectId: id, label: fileName, request: { user: context.user, footageId: id, paths } })
      })
    },
    reports: {
      verify: os.reports.verify.handler(async ({ input, context }) =>
        start(context.user, { kind: 'report', ...(await requireActive(store, 'report', input.reportId)) })
      )
    },
    checks: {
      status: os.checks.status.handler(status),
      setInterval: os.checks.setInterval.handler(async ({ input, context }) => {
        await ledger.write({
          actor: context.user,
          action: 'checks.setInterval',
          plan: () =>
            Promise.resolve({ caseId: null, changes: [], label: inLedger('scheduleChecks', { interval: input.interval }), result: null })
        })
        await store.putSetting(intervalSetting, input.interval)
        return status()
      }),
      startAll: os.checks.startAll.handler(async ({ context }) => {
        const started: Job[] = []
        for (const source of await sources()) started.push(await start(context.user, source))
        return started
      })
    }
  }
}
