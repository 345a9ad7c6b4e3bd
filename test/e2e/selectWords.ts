import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Selects words of the report shown with the mouse: down before the first letter, up behind the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const report = page.getByRole('document', { name: 'Report text' })
  await expect.poll(() => report.innerText(), { timeout: 15_000 }).toContain(words.slice(0, 8))
  const drag = await report.evaluate((root, quote) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
    const start = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(quote)
    if (start < 0) throw new Error(`The report does not hold: ${quote}`)
    const letterAt = (offset: number): DOMRect => {
      let before = 0
      for (const node of nodes) {
        if (offset < before + node.data.length) {
          const range = document.createRange()
          range.setStart(node, offset - before)
          range.setEnd(node, offset - before + 1)
          node.parentElement?.scrollIntoView({ block: 'center' })
          return range.getBoundingClientRect()
        }
        before += node.data.length
      }
      throw new Error('beyond the text')
    }
    letterAt(start)
    const last = letterAt(start + quote.length - 1)
    const first = letterAt(start)
    const lastNow = letterAt(start + quote.length - 1)
    return { fromX: first.left + 1, fromY: first.top + first.height / 2, toX: lastNow.right - 1, toY: last.top + last.height / 2 }
  }, words)
  await page.mouse.move(drag.fromX, drag.fromY)
  await page.mouse.down()
  await page.mouse.move(drag.toX, drag.toY, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
}
