import { RPCHandler as MessagePortHandler } from '@orpc/server/message-port'
import { RPCHandler as TextHandler } from '@orpc/server/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient, implement } from '@orpc/server'
import { mkdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { userIdSchema } from '#shared/model/ids'
import { roleSchema, userSchema, type User } from '#shared/model/ledger'
import type { Contract } from '#shared/rpc/contract'
import type { CoreEvent } from '#shared/rpc/events'
import { hostContract } from '#shared/rpc/hostContract'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { createAbsenceHandlers, createDifferenceHandlers, createLinkHandlers } from './comparison'
import type { CoreContext } from './context'
import { createAppHandlers } from './createAppHandlers'
import { createDeskHandlers } from './createDeskHandlers'
import { createClipHandlers, createExportHandlers } from './exports'
import { createFileCheckHandlers, createFootageHandlers, createFrameIndex, createGrants, createOverviews, statFile } from './footage'
import { createJobQueue } from './jobs'
import { createLedger } from './ledger'
import { loadCodebook } from './loadCodebook'
import { createMediaTools } from './media'
import { createPassageHandlers, createReportExtractor, createReportHandlers, createStatementHandlers } from './reports'
import { createCaseHandlers, createPeopleHandlers, createTagHandlers, createViewingHandlers } from './review'
import { os, toContractError, toProblemError, type Session } from './rpc/implementer'
import { servePort } from './rpc/servePort'
import { createSearchHandlers, createSearchPlanner } from './search'
import { openStore, type Store } from './storage'

/** What a host gives the core. */
export interface CoreDependencies {
  dataFolder: string
  /** How this core is run, for Diagnostics, e.g. `Electron utility process`. */
  host: string
  appVersion: string
  /** The built worker that reads reports. */
  extractionWorkerUrl: URL
  env: Readonly<Record<string, string | undefined>>
  /** Takes lines for whoever runs the core. */
  log: (line: string) => void
  now?: () => Date
  /** How often it is looked whether the check of a file is due; milliseconds. */
  checkEveryMs?: number
}

const fifteenMinutesMs = 15 * 60 * 1000

/**
 * Builds the whole core on one data folder: the one place where its rooms meet.
 * Throws `data_folder_in_use` and `data_from_newer_version`.
 */
export async function createCore(dependencies: CoreDependencies) {
  const {
    dataFolder,
    host,
    appVersion,
    extractionWorkerUrl,
    env,
    log,
    now = () => new Date(),
    checkEveryMs = fifteenMinutesMs
  } = dependencies
  mkdirSync(dataFolder, { recursive: true })
  const { codebook, problem: codebookProblem, isOwn: isCodebookOwn } = await loadCodebook(dataFolder)
  if (codebookProblem !== null) log(codebookProblem)
  const store = await openStore(dataFolder, createSearchPlanner(codebook))
  const listeners = new Set<(event: CoreEvent) => void>()
  const emit = (event: CoreEvent) => listeners.forEach((listener) => listener(event))
  const localUser = await findLocalUser(store)
  const media = await createMediaTools({ env, log })
  const core: CoreContext = {
    store,
    ledger: createLedger(store, now, emit),
    jobs: await createJobQueue({
      store,
      now,
      emit: (job) => emit({ type: 'job', job }),
      toProblem: (error) => toProblemError(error).problem
    }),
    media,
    frames: createFrameIndex({ dataFolder, media }),
    grants: createGrants(),
    extractReport: createReportExtractor({ workerUrl: extractionWorkerUrl }),
    codebook,
    codebookProblem,
    isCodebookOwn,
    localUser,
    env,
    dataFolder,
    host,
    appVersion,
    now,
    emit,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
  const overviews = createOverviews(core)
  const { startDue, ...files } = createFileCheckHandlers(core)
  const router = os.router({
    ...createAppHandlers(core, (user) => clientOf(user)),
    desk: createDeskHandlers(core),
    cases: createCaseHandlers(core, (caseId) => void overviews.beginForCase(caseId)),
    search: createSearchHandlers(core),
    people: createPeopleHandlers(core),
    footage: { ...createFootageHandlers(core, overviews), ...files.footage },
    checks: files.checks,
    tags: createTagHandlers(core),
    viewings: createViewingHandlers(core),
    reports: { ...createReportHandlers(core), ...files.reports },
    passages: createPassageHandlers(core),
    statements: createStatementHandlers(core),
    links: createLinkHandlers(core),
    absences: createAbsenceHandlers(core),
    differences: createDifferenceHandlers(core),
    clips: createClipHandlers(core),
    exports: createExportHandlers(core)
  })
  const clientOf = (user: User): ContractRouterClient<Contract> => createRouterClient(router, { context: { user } })
  const hostRouter = createHostRouter(core)
  await core.jobs.begin()
  const checkFiles = () => startDue().catch((error: unknown) => log(`Files due for a check were not looked for: ${String(error)}`))
  await checkFiles()
  const checkTimer = setInterval(() => void checkFiles(), checkEveryMs).unref()
  const windows = { handler: new TextHandler<Session>(router), context: { user: localUser }, log }
  return {
    /** The contract, called in-process. */
    client: clientOf(localUser),
    /** The same on behalf of another user. */
    clientOf,
    hostClient: createRouterClient(hostRouter),
    /** Serves one window's port. */
    servePort: (port: Parameters<typeof servePort>[0]) => servePort(port, windows),
    /** Serves the host's own port, on which paths are spoken of. */
    serveHostPort: (port: Parameters<typeof servePort>[0]) => new MessagePortHandler(hostRouter, {}).upgrade(port),
    /** Ends what runs, to be taken up at the next start, and lets go of the data folder. */
    close: async () => {
      clearInterval(checkTimer)
      await core.jobs.close()
      await store.close()
    }
  }
}

export type Core = Awaited<ReturnType<typeof createCore>>
export { createFileTools } from './fileTools'

function createHostRouter({ grants, store, dataFolder }: CoreContext) {
  const host = implement(hostContract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw toContractError(error)
    }
  })
  return host.router({
    grantFiles: host.grantFiles.handler(({ input }) => Promise.all(input.paths.map((filePath) => grants.grant(filePath)))),
    restoreGrants: host.restoreGrants.handler(({ input }) => input.forEach(grants.restore)),
    grantFilesIn: host.grantFilesIn.handler(({ input }) => grants.grantIn(input.folder, input.sizeBytes)),
    locateMedia: host.locateMedia.handler(async ({ input }) => {
      const location = await store.media(input.mediaId)
      if (location === null) throw new ProblemError('not_found', problemWords('noSuchMedia'), { subjectId: input.mediaId })
      const found = await statFile(location.path)
      const { expected } = location
      if (expected !== null && (expected.sizeBytes !== found.sizeBytes || expected.modifiedAtMs !== found.modifiedAtMs)) {
        throw new ProblemError('footage_changed', problemWords('mediaChanged', { fileName: location.downloadName }))
      }
      return { path: location.path, contentType: location.contentType, sizeBytes: found.sizeBytes, downloadName: location.downloadName }
    }),
    uploadFolder: host.uploadFolder.handler(async () => {
      const folder = path.join(dataFolder, 'received')
      await mkdir(folder, { recursive: true })
      return { path: folder }
    })
  })
}

/** Until there is sign-in, one local user holds all roles; made once, and the same ever after. */
async function findLocalUser(store: Store): Promise<User> {
  const known = await store.setting('local user', userSchema)
  if (known !== null) return known
  const user: User = { id: userIdSchema.parse(uuidv7()), name: localName(), roles: roleSchema.options }
  await store.putSetting('local user', user)
  return user
}

function localName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name is still somebody.
    return 'Local user'
  }
}
