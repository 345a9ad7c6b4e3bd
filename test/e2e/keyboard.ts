import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a person without a mouse cannot do: each of these finds a control by itself instead of by the keys that lead there. */
const forbidden = [
  'blur',
  'check',
  'clear',
  'click',
  'dblclick',
  'dispatchEvent',
  'dragTo',
  'fill',
  'focus',
  'hover',
  'press',
  'pressSequentially',
  'scrollIntoViewIfNeeded',
  'selectOption',
  'selectText',
  'setChecked',
  'setInputFiles',
  'tap',
  'uncheck'
] as const

const ofMouse = ['move', 'down', 'up', 'click', 'dblclick', 'wheel'] as const

/**
 * From here on the test process has a keyboard and nothing else: whatever else would act on a page throws, until what this answers with is
 * called. That ends it, and answers with the kinds of events of a mouse, a pen or a finger that the page saw meanwhile.
 */
export async function onlyKeyboard(page: Page): Promise<() => Promise<string[]>> {
  const locators: object = Object.getPrototypeOf(page.locator('body'))
  const restores = [
    ...forbidden.map((name) => refuse(locators, name)),
    ...forbidden.map((name) => refuse(page, name)),
    ...ofMouse.map((name) => refuse(page.mouse, name))
  ]
  await page.evaluate((types) => {
    const seen = new Set<string>()
    Object.assign(window, { pointerEventsSeen: seen })
    for (const type of types) window.addEventListener(type, (event) => event.isTrusted && seen.add(type), { capture: true, passive: true })
  }, pointerEvents)
  return () => {
    for (const restore of restores) restore()
    return page.evaluate(() => [...(window as unknown as { pointerEventsSeen: Set<string> }).pointerEventsSeen])
  }
}

const pointerEvents = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel']

/** Lets a method of an object throw; answers with what puts the method back. */
function refuse(owner: object, name: string): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  const value = () => {
    throw new Error(`${name} is not a key of the keyboard.`)
  }
  Object.defineProperty(owner, name, { configurable: true, value })
  return () => {
    if (before === undefined) Reflect.deleteProperty(owner, name)
    else Object.defineProperty(owner, name, before)
  }
}

const hasFocus = (target: Locator) => target.evaluateAll((found) => found.some((element) => element === document.activeElement))

/** What has the focus, in words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return `${element?.tagName} ${element?.getAttribute('aria-label') ?? ''} ${(element?.textContent ?? '').slice(0, 60)}`
  })

const mostTabs = 150

/** Goes on to a control with Tab, or with another key that moves the focus; fails where it does not lead there. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  await target.first().waitFor()
  const passed: string[] = []
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    if (tabs < 40) passed.push(await focused(page))
  }
  throw new Error(`${key} does not lead to ${String(target)}, but to:\n${passed.join('\n')}`)
}

/** Goes to a button with Tab and presses it. */
export async function pressButton(page: Page, button: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, button, key)
  await page.keyboard.press('Enter')
}

/** Goes to a field of text with Tab and writes in it, in place of what it held. */
export async function writeIn(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
  await expect.poll(() => field.first().inputValue()).toBe(words)
}

/** Goes to a field of date and time and writes `local` (2024-10-12T21:14:30) digit by digit, in the order in which the field asks for them. */
export async function writeTime(page: Page, field: Locator, local: string): Promise<void> {
  await tabTo(page, field)
  const [year = '', month = '', day = '', hours = '', minutes = '', seconds = ''] = local.split(/[-T:]/)
  const hour = Number(hours)
  await page.keyboard.type(`${month}${day}${year}${String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')}${minutes}${seconds}`)
  await page.keyboard.type(hour < 12 ? 'AM' : 'PM')
  await expect.poll(() => field.first().inputValue()).toMatch(new RegExp(`^${local.replace(/:00$/, '')}(:00)?$`))
}

/** Goes to a list of choices and down in it until the choice that holds `words`. */
export async function chooseOption(page: Page, select: Locator, words: string): Promise<void> {
  await tabTo(page, select)
  const chosen = () => select.first().evaluate((element) => (element instanceof HTMLSelectElement ? element.selectedOptions[0]?.text : ''))
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await chosen())?.includes(words) === true) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No choice of ${String(select)} holds ${words}`)
}

/** Goes to a group of choices, one of which is chosen, and on in it with the arrows until the wanted one. */
export async function chooseRadio(page: Page, group: Locator, name: string): Promise<void> {
  await tabTo(page, group.getByRole('radio'))
  const wanted = group.getByRole('radio', { name })
  for (let steps = 0; steps < 12; steps += 1) {
    if (await hasFocus(wanted)) {
      if (!(await wanted.isChecked())) await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`The arrows do not lead to ${name}`)
}

/** Selects words of the report shown with the arrows, from its text on: by sentences to their sentence, by words inside it. */
export async function selectWordsByKeys(page: Page, words: string): Promise<void> {
  const report = page.getByRole('document', { name: 'Report text' })
  await expect.poll(() => report.innerText(), { timeout: 15_000 }).toContain(words.slice(0, 8))
  await page.keyboard.press('Shift+R')
  await expect.poll(() => hasFocus(report)).toBe(true)
  const selected = () => report.evaluate((root) => [...root.querySelectorAll('[data-pending]')].map((part) => part.textContent).join(''))
  const pressUntil = async (key: string, isThere: (text: string) => boolean) => {
    for (let steps = 0; steps < 60; steps += 1) {
      if (isThere(await selected())) return
      await page.keyboard.press(key)
    }
    throw new Error(`${key} does not lead to: ${words}`)
  }
  await pressUntil('ArrowDown', (text) => text.includes(words))
  if ((await selected()) !== words) {
    await page.keyboard.press('ArrowLeft')
    const [first = ''] = words.split(' ')
    await pressUntil('ArrowRight', (text) => text === first)
    await pressUntil('Shift+ArrowRight', (text) => text === words)
  }
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor()
}
