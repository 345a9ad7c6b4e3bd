import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../core/openTestCore'
import { keepLocale, keptLocale } from '../../electron/main/keptLocale'

it("is the language of the last window, and the system's before there was one", () => {
  const folder = temporaryFolder()
  expect(keptLocale(folder, ['fr-CA', 'es-MX'])).toBe('es')
  expect(keptLocale(folder, ['fr'])).toBe('en')
  keepLocale(folder, 'es')
  expect(keptLocale(folder, ['en-US'])).toBe('es')
  writeFileSync(path.join(folder, 'locale.txt'), 'Klingon')
  expect(keptLocale(folder, ['en-US'])).toBe('en')
})
