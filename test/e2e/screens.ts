import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'

/** What axe finds against WCAG 2.2 A and AA on the page as it is now: rule and place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async (tags) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: tags,
        // A mark on the timeline is as wide as its time; the same tag has a card of full size (WCAG 2.5.8, equivalent).
        rules: { 'target-size': { enabled: false } }
      })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
    },
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  )
}

/** Pictures of every screen in both themes and both sizes, for people to look at. */
export async function keepScreens(app: AppDriver): Promise<void> {
  const { page } = app
  for (const theme of ['dark', 'light']) {
    for (const view of ['Workbench', 'Differences', 'People & files', 'Activity']) {
      await page.getByRole('button', { name: new RegExp(`^${view}`) }).click()
      await page.waitForTimeout(800)
      expect(await axeFindings(page)).toEqual([])
      for (const [width, height] of [
        [1440, 900],
        [1920, 1080]
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.waitForTimeout(200)
        await keepPicture(app, `${view.replace(/\W+/g, '-').toLowerCase()}-${theme}-${width}`)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: theme === 'dark' ? 'Light theme' : 'Dark theme' }).click()
  }
}
