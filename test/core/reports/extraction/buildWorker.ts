import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/**
 * Builds the extraction worker as the app's own build does (an ES module, dependencies left outside) into a new folder inside
 * node_modules, where those dependencies resolve. `remove` deletes the folder.
 */
export async function buildWorker(): Promise<{ workerUrl: URL; remove: () => Promise<void> }> {
  const parent = join(root, 'node_modules', '.cache', 'countersign-test')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'extraction-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      rolldownOptions: {
        input: { extractionWorker: join(root, 'electron/core/reports/extraction/extractionWorker.ts') },
        output: { entryFileNames: '[name].js' }
      }
    }
  })
  return {
    workerUrl: pathToFileURL(join(folder, 'extractionWorker.js')),
    remove: () => rm(folder, { recursive: true, force: true })
  }
}
