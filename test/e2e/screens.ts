import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'
import { compareSnapshot, type Theme } from './snapshots'

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 }
] as const

const wcag22 = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } satisfies RunOnly
/** All that can differ between the two themes. */
const contrast = { type: 'rule', values: ['color-contrast'] } satisfies RunOnly

/** What axe finds on the page as it is now, rule and place: against all of WCAG 2.2 A and AA, or against one rule of it. */
export async function axeFindings(page: Page, checked: RunOnly = wcag22): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      // A mark on the timeline is as wide as its time; the same tag has a card of full size (WCAG 2.5.8, equivalent).
      rules: { 'target-size': { enabled: false } }
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }, checked)
}

/** What does not fit where it stands: the page itself, and the words of buttons that no title tells in full. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isTooWide = (element: Element) => element.scrollWidth > element.clientWidth + 1
    const found = isTooWide(document.documentElement) ? ['The page is wider than the window'] : []
    for (const button of document.querySelectorAll('button')) {
      // In a folded pane, which is not seen.
      if (button.closest('[inert]') !== null) continue
      const cut = [button, ...button.querySelectorAll('*')].some(
        (part) => part instanceof HTMLElement && part.closest('[title]') === null && part.clientWidth > 0 && isTooWide(part)
      )
      if (cut) found.push(`Cut off: ${button.textContent}`)
    }
    return found
  })
}

/** What nobody can bring into the window: a page wider than it, and what takes the focus where no scrolling shows it. */
export async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > window.innerWidth ? ['The page is wider than the window'] : []
    const scrolls = (how: string) => how === 'auto' || how === 'scroll'
    const meets = (one: DOMRect, other: DOMRect) =>
      one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top
    for (const element of document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"]')) {
      if (element.closest('[inert]') !== null || !element.checkVisibility({ visibilityProperty: true })) continue
      // Whatever scrolls can show all that is in it, and is to be reached in its place.
      let seen = element.getBoundingClientRect()
      let isCut = false
      for (let around = element.parentElement; around !== null && !isCut; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const frame = around.getBoundingClientRect()
        if (scrolls(overflowX) || scrolls(overflowY)) seen = frame
        else isCut = !meets(seen, frame)
      }
      const all = new DOMRect(0, 0, window.innerWidth, window.innerHeight)
      if (isCut || !meets(seen, all)) found.push(`Out of reach: ${element.outerHTML.slice(0, 160)}`)
    }
    return found
  })
}

/**
 * Keeps a picture of the window as it is in both themes and both sizes, and checks each for what fits and who can read it. The one in
 * the theme `compared` is also compared with the snapshot of that name.
 */
export async function keepScreen(app: AppDriver, name: string, compared?: Theme): Promise<void> {
  const { page } = app
  const chosen = await page.evaluate(() => document.documentElement.dataset['theme'])
  for (const [theme, checked] of [
    ['light', contrast],
    ['dark', wcag22]
  ] as const) {
    await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
    for (const size of sizes) {
      // The wide window tells in one theme what fits; a person who looks at all of them asks for the rest.
      if (theme === 'dark' && size.width > 1440 && process.env['COUNTERSIGN_ALL_SCREENS'] === undefined) continue
      await page.setViewportSize(size)
      // On the footer, where nothing answers to the mouse.
      await page.mouse.move(size.width / 2, size.height - 2)
      await page.waitForTimeout(40)
      const picture = await keepPicture(app, `${name}-${theme}-${size.width}`)
      if (theme === compared && size.width === 1440) await compareSnapshot(page, name, picture)
      expect.soft(await cutOff(page), `${name} at ${size.width}`).toEqual([])
    }
    expect.soft(await axeFindings(page, checked), `${name} in ${theme}`).toEqual([])
  }
  await page.evaluate((before) => (document.documentElement.dataset['theme'] = before), chosen)
}

/** Pictures of every view of the open case, for people to look at. */
export async function keepScreens(app: AppDriver): Promise<void> {
  for (const view of ['Workbench', 'Differences', 'People', 'Files', 'Activity']) {
    await app.page.getByRole('button', { name: new RegExp(`^${view}`) }).click()
    await app.page.waitForTimeout(800)
    await keepScreen(app, view.replace(/\W+/g, '-').toLowerCase())
  }
}
