import { defineConfig } from 'vitest/config'

/** End-to-end tests start whole apps: one at a time, with time to start. */
const endToEnd = { fileParallelism: false, maxWorkers: 1, testTimeout: 120_000, hookTimeout: 120_000 }

/** What measures frames while they play has the machine to itself. */
const timed = ['cameras', 'watched'].map((name) => `test/e2e/browser/${name}.test.ts`)

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{shared,renderer,scripts,architecture}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          hookTimeout: 60_000
        }
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/{core,hosts}/**/*.test.ts'], maxWorkers: 2, testTimeout: 90_000, hookTimeout: 60_000 }
      },
      { extends: true, test: { name: 'e2e-electron', include: ['test/e2e/electron/**/*.test.ts'], ...endToEnd } },
      {
        extends: true,
        test: {
          name: 'e2e-browser',
          include: ['test/e2e/browser/**/*.test.ts'],
          exclude: timed,
          ...endToEnd,
          globalSetup: ['test/e2e/sharedFolder.ts'],
          fileParallelism: true,
          maxWorkers: 2
        }
      },
      { extends: true, test: { name: 'e2e-browser-timed', include: timed, ...endToEnd } }
    ]
  }
})
