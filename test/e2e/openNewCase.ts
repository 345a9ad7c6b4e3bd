import type { AppDriver } from './appDriver'

/** Makes a case as a reviewer does, and stops where its people and files are entered. */
export async function openNewCase({ page }: AppDriver): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByLabel('Incident number').fill('24-1')
  await page.getByLabel('Place').fill('Elm Street')
  await page.getByLabel('Start').fill('2024-10-12T21:14:00')
  await page.getByLabel('End').fill('2024-10-12T21:24:00')
  await page.getByRole('button', { name: 'Create the case' }).click()
  await page.getByRole('region', { name: 'Footage' }).waitFor()
}
