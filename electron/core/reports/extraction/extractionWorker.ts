import { parentPort, workerData } from 'node:worker_threads'
import { inspect } from 'node:util'
import { ProblemError } from '#shared/rpc/problem'
import type { ReadingProgress } from './extractedReport'
import { extractReport } from './extractReport'
import { extractionTaskSchema, type ExtractionMessage } from './extractionMessage'

// The entry of the thread that reads one report and ends. Anything that is no ProblemError is left to end the thread as an
// error, which `createReportExtractor` turns into one.
const post = (message: ExtractionMessage): void => parentPort?.postMessage(message)

post({ kind: 'started' })
const task = extractionTaskSchema.parse(workerData)
const onProgress = (progress: ReadingProgress): void => post({ kind: 'progress', progress })
try {
  post({ kind: 'extracted', report: await extractReport(task.path, task.fileName, onProgress) })
} catch (error) {
  if (!(error instanceof ProblemError)) throw error
  post({ kind: 'refused', problem: error.problem, cause: error.cause === undefined ? null : inspect(error.cause) })
}
