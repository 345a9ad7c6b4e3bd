// Runs under the project's own Node. Every test/eval/*/rows.ts is TypeScript, which Vite reads.
import path from 'node:path'
import { globSync } from 'node:fs'
import { runnerImport } from 'vite'
import { projectRoot, say } from './projectPaths.mjs'

const args = process.argv.slice(2)
const isJson = args.includes('--json')
const words = args.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase())
/** @type {import('vite').InlineConfig} */
const config = { configFile: false, root: projectRoot, logLevel: 'error' }
/** @typedef {import('../test/eval/evalRow').EvalFigure} Figure */

/** @type {Figure[]} */
const figures = []
for (const file of globSync('test/eval/*/rows.ts', { cwd: projectRoot }).sort()) {
  /** @type {{ module: { rows: import('../test/eval/evalRow').EvalRow[] } }} */
  const { module: room } = await runnerImport(path.join(projectRoot, file), config)
  for (const row of room.rows) {
    if (words.length > 0 && !words.some((word) => row.name.toLowerCase().includes(word))) continue
    say(`${row.name} …`)
    const found = await row.run()
    if (typeof found === 'string') say(`  not measured: ${found}`)
    else figures.push(...found.map((figure) => ({ ...figure, name: `${row.name}: ${figure.name}`, value: rounded(figure.value) })))
  }
}
process.stdout.write(isJson ? `${JSON.stringify(figures, null, 2)}\n` : table(figures))
// A missed aim is told, not failed on: the figures are for people to judge, and the tests hold what has been reached.
process.exit(0)

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 10_000) / 10_000
}

/** @param {readonly Figure[]} all */
function table(all) {
  const width = Math.max(0, ...all.map(({ name }) => name.length))
  const cell = (/** @type {number | undefined} */ value) => (value === undefined ? '' : value.toFixed(3)).padStart(8)
  const line = (/** @type {Figure} */ { name, value, baseline, aim, count }) => {
    const verdict = aim === undefined ? '' : value >= aim ? '  reached' : '  BELOW'
    return `${name.padEnd(width)}${cell(value)}${cell(baseline)}${cell(aim)}${String(count).padStart(8)}${verdict}\n`
  }
  return `${''.padEnd(width)}   value   plain     aim   cases\n${all.map(line).join('')}`
}
