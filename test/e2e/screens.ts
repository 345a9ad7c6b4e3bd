import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 }
] as const

/** What axe finds against WCAG 2.2 A and AA on the page as it is now: rule and place. */
async function axeFindings(page: Page): Promise<string[]> {
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

/** What does not fit where it stands: the page itself, and the words of buttons that no title tells in full. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isTooWide = (element: Element) => element.scrollWidth > element.clientWidth + 1
    const found = isTooWide(document.documentElement) ? ['The page is wider than the window'] : []
    for (const button of document.querySelectorAll('button')) {
      const cut = [button, ...button.querySelectorAll('*')].some(
        (part) => part instanceof HTMLElement && part.closest('[title]') === null && part.clientWidth > 0 && isTooWide(part)
      )
      if (cut) found.push(`Cut off: ${button.textContent}`)
    }
    return found
  })
}

/** Keeps a picture of the window as it is in both themes and both sizes, and checks each for what fits and who can read it. */
export async function keepScreen(app: AppDriver, name: string): Promise<void> {
  const { page } = app
  const chosen = await page.evaluate(() => document.documentElement.dataset['theme'])
  for (const theme of ['light', 'dark']) {
    await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.waitForTimeout(60)
      await keepPicture(app, `${name}-${theme}-${size.width}`)
      expect.soft(await cutOff(page), `${name} at ${size.width}`).toEqual([])
    }
    expect.soft(await axeFindings(page), `${name} in ${theme}`).toEqual([])
  }
  await page.evaluate((before) => (document.documentElement.dataset['theme'] = before), chosen)
}

/** Pictures of every view of the open case, for people to look at. */
export async function keepScreens(app: AppDriver): Promise<void> {
  for (const view of ['Workbench', 'Differences', 'People & files', 'Activity']) {
    await app.page.getByRole('button', { name: new RegExp(`^${view}`) }).click()
    await app.page.waitForTimeout(800)
    await keepScreen(app, view.replace(/\W+/g, '-').toLowerCase())
  }
}
