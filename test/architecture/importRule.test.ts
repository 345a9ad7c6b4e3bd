import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codeFolders, listSourceFiles, projectRoot } from './sourceFiles'

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) })
})
const configSchema = z.object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) })

/** Runs dependency-cruiser over a tree laid out as this project is, with that tree's own rules. */
async function cruise(folder: string) {
  const tool = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(process.execPath, [tool, '--output-type', 'json', ...codeFolders], options)
  return cruiseSchema.parse(JSON.parse(stdout))
}

/** A small tree that keeps every rule; it also holds what the planted files import. */
const lawful: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#shared/*': './shared/*.ts', '#core/*': './electron/core/*.ts' },
    dependencies: Object.fromEntries(
      ['zod', 'electron', 'react', 'ws', 'kysely', 'fluent-ffmpeg', '@orpc/contract', 'temporal-polyfill'].map((name) => [name, '*'])
    )
  }),
  'shared/model/tag.ts': "import { z } from 'zod'\nexport const tag = z\nexport type Tag = string\n",
  'shared/domain/clock.ts':
    "import { tag } from '../model/tag'\nimport { Temporal } from 'temporal-polyfill'\nexport const clock = [tag, Temporal]\n",
  'shared/rpc/contract.ts': "import { oc } from '@orpc/contract'\nexport const contract = oc\n",
  'electron/core/storage/index.ts': "import { Kysely } from 'kysely'\nexport const store = Kysely\n",
  'electron/core/media/index.ts': "import ffmpeg from 'fluent-ffmpeg'\nimport 'node:child_process'\nexport const media = ffmpeg\n",
  'electron/core/jobs/index.ts': "export { queue } from './queue'\n",
  'electron/core/jobs/queue.ts': "import { store } from '../storage'\nexport const queue = store\nexport type Queue = string\n",
  'electron/core/createCore.ts':
    "import { queue } from './jobs'\nimport { media } from './media'\nexport const createCore = [queue, media]\n",
  'electron/hosts/cli.ts': "import '#core/createCore'\nimport 'ws'\nimport 'node:http'\n",
  'electron/hosts/childLauncher.ts': "import 'node:child_process'\nimport '#shared/rpc/contract'\nexport const launch = 1\n",
  'electron/main/main.ts': "import 'electron'\nimport 'node:path'\nimport '../hosts/childLauncher'\n",
  'electron/preload/preload.ts': "import 'electron'\nimport '#shared/rpc/contract'\n",
  'renderer/ui/Button.tsx': "import 'react'\nexport const Button = 1\n",
  'renderer/features/tags/TagList.tsx':
    "import { Button } from '../../ui/Button'\nimport '#shared/domain/clock'\nexport const TagList = Button\nexport type TagRow = string\n",
  'renderer/features/player/Player.tsx': 'export const Player = 1\n',
  'test/core/jobs.test.ts': "import '#core/jobs/queue'\nexport const sample = 1\n",
  'scripts/start.mjs': "import 'node:fs'\nexport const start = 1\n"
}
const stubbedPackages = ['zod', 'electron', 'react', 'ws', 'kysely', 'fluent-ffmpeg', '@orpc/contract', 'temporal-polyfill']

/** For each rule, files that break it. Where a type import could slip through, it is a type import that is planted. */
const planted: Record<string, Record<string, string>> = {
  'no-cycles': { 'shared/model/egg.ts': "import { hen } from './hen'\nexport const egg: unknown = hen\n" },
  'no-unknown-import': { 'renderer/app/lost.ts': "import '#shared/model/nowhere'\n" },
  'no-import-of-tests': { 'electron/main/sample.ts': "import { sample } from '../../test/core/jobs.test'\nexport const copy = sample\n" },
  'shared-stands-alone': {
    'shared/model/file.ts': "import 'node:fs'\n",
    'shared/model/queue.ts': "import type { Queue } from '#core/jobs/queue'\nexport type Line = Queue\n",
    'shared/domain/view.ts': "import 'react'\n"
  },
  'contract-library-only-in-rpc': { 'shared/model/call.ts': "import type { oc } from '@orpc/contract'\nexport type Call = typeof oc\n" },
  'time-library-only-in-domain': {
    'shared/model/date.ts': "import type { Temporal } from 'temporal-polyfill'\nexport type Day = typeof Temporal\n"
  },
  'core-has-no-screen': {
    'electron/core/jobs/window.ts': "import type { BrowserWindow } from 'electron'\nexport type Window = BrowserWindow\n",
    'electron/core/jobs/row.ts': "import type { TagRow } from '../../../renderer/features/tags/TagList'\nexport type Row = TagRow\n"
  },
  'core-folder-through-index': { 'electron/core/review/peek.ts': "import type { Queue } from '../jobs/queue'\nexport type Line = Queue\n" },
  'composition-through-index': { 'electron/core/compose.ts': "import type { Queue } from './jobs/queue'\nexport type Line = Queue\n" },
  'ffmpeg-only-in-media': { 'electron/core/exports/clip.ts': "import ffmpeg from 'fluent-ffmpeg'\nexport const clip: unknown = ffmpeg\n" },
  'core-programs-only-in-media': {
    'electron/core/exports/zip.ts': "import { spawn } from 'node:child_process'\nexport const zip = spawn\n",
    'electron/core/exports/tar.ts': "import { spawn } from 'child_process'\nexport const tar = spawn\n"
  },
  'database-only-in-storage': {
    'electron/core/review/query.ts': "import type { Kysely } from 'kysely'\nexport type Query = typeof Kysely\n"
  },
  'host-through-createCore': { 'electron/hosts/shortcut.ts': "import type { Queue } from '#core/jobs/queue'\nexport type Line = Queue\n" },
  'host-libraries': { 'electron/hosts/page.ts': "import 'react'\n" },
  'electron-only-in-its-hosts': { 'electron/hosts/server.ts': "import type { app } from 'electron'\nexport type App = typeof app\n" },
  'main-never-core': { 'electron/main/short.ts': "import { run } from './long'\nexport const go: unknown = run\n" },
  'main-stays-thin': { 'electron/main/view.ts': "import 'react'\n" },
  'preload-is-sandboxed': { 'electron/preload/files.ts': "import 'node:fs'\n" },
  'renderer-only-shared': {
    'renderer/app/core.ts': "import type { Queue } from '#core/jobs/queue'\nexport type Line = Queue\n",
    'renderer/app/shell.ts': "import type { app } from 'electron'\nexport type App = typeof app\n"
  },
  'renderer-no-node': { 'renderer/app/path.ts': "import path from 'node:path'\nexport const slash = path.sep\n" },
  'features-apart': { 'renderer/features/player/neighbour.ts': "import type { TagRow } from '../tags/TagList'\nexport type Row = TagRow\n" }
}

/** What some planted files need to reach what they must not. */
const stepsBetween: Record<string, string> = {
  'shared/model/hen.ts': "import { egg } from './egg'\nexport const hen: unknown = egg\n",
  'electron/main/long.ts': "export * as run from '../hosts/cli'\n"
}

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Lays out a tree with this project's rules and layout, and stand-ins for the packages it imports. */
function layOut(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'import-rule-')))
  made.push(folder)
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.base.json']) cpSync(path.join(projectRoot, name), path.join(folder, name))
  const packages = stubbedPackages.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })] as const,
    [`node_modules/${name}/index.js`, 'module.exports = {}\n'] as const
  ])
  for (const [name, text] of [...packages, ...Object.entries(files)]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

describe('this project', () => {
  test('is read whole and keeps the import rule', async () => {
    const { modules, summary } = await cruise(projectRoot)
    const read = new Set(modules.map((module) => module.source))
    const onDisk = listSourceFiles(codeFolders)
    expect(onDisk.filter((file) => !read.has(file))).toEqual([])
    expect(onDisk.length).toBeGreaterThan(100)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})

describe('the import rule', () => {
  let broken: string[] = []
  beforeAll(async () => {
    const { summary } = await cruise(
      layOut({ ...lawful, ...stepsBetween, ...Object.fromEntries(Object.values(planted).flatMap((files) => Object.entries(files))) })
    )
    broken = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  })

  test('lets a tree that keeps it pass', async () => {
    expect((await cruise(layOut(lawful))).summary.violations).toEqual([])
  })

  test('has a planted violation for each of its parts', async () => {
    const { default: config } = configSchema.parse(await import(pathToFileURL(path.join(projectRoot, '.dependency-cruiser.mjs')).href))
    expect(config.forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(planted).sort())
  })

  test.each(Object.keys(planted))('%s bites', (rule) => {
    for (const file of Object.keys(planted[rule] ?? {})) {
      expect(broken).toContain(`${rule}: ${file}`)
    }
  })
})
