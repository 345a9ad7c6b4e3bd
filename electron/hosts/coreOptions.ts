import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CoreDependencies } from '#core/createCore'
import { dataFolderOf } from './dataFolder'

const manifestSchema = z.object({ version: z.string() })

/** What a built host gives its core: the data folder of the environment, and the worker that was built beside it. */
export function coreOptions(host: string): CoreDependencies {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))
  return {
    dataFolder: dataFolderOf(process.env, process.platform),
    host,
    appVersion: manifest.version,
    extractionWorkerUrl: new URL('./extractionWorker.js', import.meta.url),
    env: process.env,
    log: (line) => process.stderr.write(`${line}\n`)
  }
}
