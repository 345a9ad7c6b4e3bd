import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * What each third-party video comes to, by its name inside the folder: `source` or `proxy`, with `, damaged` behind it, or
 * `refused: ` and a code.
 */
export const expectedOutcomes = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'everyFile.json'), 'utf8')))
