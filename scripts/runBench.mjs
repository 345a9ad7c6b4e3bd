// Runs under the project's own Node, with the build made. The rows are TypeScript, which Vite reads.
import path from 'node:path'
import { existsSync } from 'node:fs'
import { runnerImport } from 'vite'
import { projectRoot, say } from './projectPaths.mjs'

const [room = '', ...rest] = process.argv.slice(2)
const isJson = rest.includes('--json')
const words = rest.filter((word) => !word.startsWith('--'))
const rowsFile = path.join(projectRoot, 'test', 'bench', room, 'rows.ts')
if (room === '' || !existsSync(rowsFile)) {
  say('Name what is to be measured, for example: npm run --silent bench -- footage --json')
  process.exit(2)
}
/** @type {import('vite').InlineConfig} */
const config = { configFile: false, root: projectRoot, logLevel: 'error' }
/** @type {{ module: typeof import('../test/bench/measure') }} */
const { module: bench } = await runnerImport(path.join(projectRoot, 'test', 'bench', 'measure.ts'), config)
/** @type {{ module: { rows: import('../test/bench/benchRow').BenchRow[] } }} */
const { module: room_ } = await runnerImport(rowsFile, config)
const wanted = room_.rows.filter((row) => words.length === 0 || words.some((word) => row.name.toLowerCase().includes(word.toLowerCase())))
const measured = []
for (const row of wanted) {
  say(`${row.name} …`)
  const result = await bench.measure(row)
  say(`  ${bench.describeResult(result)}`)
  measured.push(result)
}
process.stdout.write(
  isJson
    ? `${JSON.stringify(
        measured.map(({ name, ratio, limit, runs }) => ({ name, ratio, limit, runs })),
        null,
        2
      )}\n`
    : bench.table(measured)
)
process.exit(measured.every(({ ratio, limit }) => ratio <= limit) ? 0 : 1)
