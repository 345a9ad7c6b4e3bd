import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { skipTour } from './firstSteps'
import { ended, openTestCore } from '../core/openTestCore'

/**
 * Copies a data folder that holds the demonstration case to `dataFolder`. The first test file of a run to ask makes it, without
 * a window, since drawing it takes a good part of a minute; the others wait for it. Its recordings stay where they were drawn.
 */
export async function copyDemonstration(dataFolder: string): Promise<void> {
  const folder = path.join(inject('sharedFolder'), 'demonstration')
  const made = path.join(folder, 'made')
  const data = path.join(folder, 'data')
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    await makeDemonstration(data)
    writeFileSync(made, '')
  }
  await expect.poll(() => existsSync(made), { timeout: 100_000, interval: 200, message: 'the demonstration is made' }).toBe(true)
  cpSync(data, dataFolder, { recursive: true })
}

async function makeDemonstration(dataFolder: string): Promise<void> {
  const core = await openTestCore({ dataFolder })
  const { problem } = await ended(core, (await core.client.app.openDemonstration()).id)
  expect(problem).toBeNull()
  // The overviews of its recordings are part of what is copied.
  for (const { id } of await core.client.jobs.list()) await ended(core, id)
  await core.close()
}

/** Opens the demonstration case that is there already. */
export async function openMadeDemonstration(page: Page): Promise<void> {
  await page.getByRole('button', { name: '24-118302' }).first().click()
  await skipTour(page)
}
