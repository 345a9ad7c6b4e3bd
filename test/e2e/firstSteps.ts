import type { Page } from 'playwright-core'

/** Goes to the list of all cases, from whatever screen the window came back to. */
export async function toLibrary(page: Page): Promise<void> {
  const allCases = page.getByRole('button', { name: 'All cases' })
  const cases = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Cases' })
  await allCases.or(cases).first().waitFor()
  if (await allCases.isVisible()) await allCases.click()
  else await cases.click()
}

/** Puts away the tour, which comes with the demonstration case when it is opened for the first time. */
export async function skipTour(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skip the tour' }).click()
}
