import type { Page } from 'playwright-core'
import { skipTour } from './firstSteps'

/** Opens the demonstration case from the first screen, as a newcomer does, and waits until it is there. */
export async function openDemonstration(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /demonstration/i })
    .first()
    .click()
  await page.getByText('24-118302').first().waitFor({ timeout: 100_000 })
  await skipTour(page)
}
