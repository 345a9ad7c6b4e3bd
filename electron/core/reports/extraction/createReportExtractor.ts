import { Worker } from 'node:worker_threads'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { worded } from '#shared/messages/worded'
import type { ExtractedReport, ReadingProgress } from './extractedReport'
import { extractionLimits } from './extractionLimits'
import { extractionMessageSchema } from './extractionMessage'
import { reportTooLarge, reportUnreadable } from './extractionProblems'

const memoryCheckMs = 100

/**
 * Reads the text of the report at `path`, which is never written to; `fileName` is what messages call it. Throws report_unreadable,
 * report_password_protected, report_empty, report_too_large (also for too much time or memory), report_format_unsupported, or
 * job_cancelled when `signal` aborts. `onProgress` hears of each page that was read.
 */
export type ReportExtractor = (
  path: string,
  fileName: string,
  signal: AbortSignal,
  onProgress?: (progress: ReadingProgress) => void
) => Promise<ExtractedReport>

export interface ReportExtractorDeps {
  /** The built `extractionWorker`, a JavaScript module that a worker thread can load. */
  workerUrl: URL
  /** How long one file may take, and each page that is read from its picture; 60 s unless given. */
  timeoutMs?: number
}

const cancelled = (): ProblemError => new ProblemError('job_cancelled', problemWords('readingCancelled'))

function startWorker(workerUrl: URL, path: string, fileName: string): Worker {
  const worker = new Worker(workerUrl, {
    workerData: { path, fileName },
    resourceLimits: { maxOldGenerationSizeMb: extractionLimits.maxHeapMegabytes },
    // The thread needs nothing from the environment, the arguments or the output of the core.
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true
  })
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Calls `onExceeded` once the worker holds more memory outside its heap than is allowed; returns how to stop watching. */
function watchMemory(worker: Worker, onExceeded: () => void): () => void {
  const timer = setInterval(() => {
    worker.getHeapStatistics().then(
      (statistics) => {
        if (statistics.external_memory > extractionLimits.maxExternalBytes) onExceeded()
      },
      // A thread that has just ended has no statistics; its end is reported by its own event.
      () => clearInterval(timer)
    )
  }, memoryCheckMs)
  return () => clearInterval(timer)
}

/** What the worker's messages and its end come to; settles at the latest when the thread is gone. */
function outcomeOf(worker: Worker, fileName: string, onProgress: (progress: ReadingProgress) => void): Promise<ExtractedReport> {
  return new Promise((resolve, reject) => {
    let hasStarted = false
    worker.on('message', (data: unknown) => {
      const message = extractionMessageSchema.safeParse(data)
      if (!message.success) reject(new Error('The report reader sent a message that is not one of its own.', { cause: message.error }))
      else if (message.data.kind === 'started') hasStarted = true
      else if (message.data.kind === 'progress') onProgress(message.data.progress)
      else if (message.data.kind === 'extracted') resolve(message.data.report)
      else reject(ProblemError.of(message.data.problem, message.data.cause))
    })
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) reject(reportTooLarge(fileName, worded('problems', 'overMemory'), error))
      else if (hasStarted) reject(reportUnreadable(fileName, worded('problems', 'readingFailed'), error))
      else reject(new ProblemError('internal', problemWords('readerNotStarted'), { cause: error }))
    })
    // After a message or an error this changes nothing; alone, it is a thread that went without a word.
    worker.on('exit', () => reject(reportUnreadable(fileName, worded('problems', 'readingEnded'))))
  })
}

/** Rejects when a limit is met or `signal` aborts, and never resolves; `renew` begins the time anew, `stop` ends the watch. */
function watchLimits(
  worker: Worker,
  fileName: string,
  timeoutMs: number,
  signal: AbortSignal
): { exceeded: Promise<never>; renew: () => void; stop: () => void } {
  const stops: (() => void)[] = []
  let renew = (): void => undefined
  const exceeded = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(cancelled())
    signal.addEventListener('abort', onAbort, { once: true })
    const tooSlow = worded('problems', 'tooSlow', { seconds: Math.ceil(timeoutMs / 1000) })
    const timer = setTimeout(() => reject(reportTooLarge(fileName, tooSlow)), timeoutMs)
    renew = () => timer.refresh()
    const stopMemory = watchMemory(worker, () => reject(reportTooLarge(fileName, worded('problems', 'unpacksOverMemory'))))
    stops.push(
      () => signal.removeEventListener('abort', onAbort),
      () => clearTimeout(timer),
      stopMemory
    )
  })
  return { exceeded, renew: () => renew(), stop: () => stops.forEach((stop) => stop()) }
}

/**
 * A reader of report files that runs each in a thread of its own, with limits on time and memory, so that a damaged or hostile
 * file can neither hang nor end the core.
 */
export function createReportExtractor({ workerUrl, timeoutMs = extractionLimits.timeoutMs }: ReportExtractorDeps): ReportExtractor {
  return async (path, fileName, signal, onProgress) => {
    if (signal.aborted) throw cancelled()
    const worker = startWorker(workerUrl, path, fileName)
    const { exceeded, renew, stop } = watchLimits(worker, fileName, timeoutMs, signal)
    // Reading a picture takes seconds a page, so that a long scan needs more than any file of text.
    const onPage = (progress: ReadingProgress): void => {
      if (progress.isRecognised) renew()
      onProgress?.(progress)
    }
    try {
      return await Promise.race([outcomeOf(worker, fileName, onPage), exceeded])
    } finally {
      stop()
      await worker.terminate()
    }
  }
}
