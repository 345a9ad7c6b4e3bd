import { expect, it, vi } from 'vitest'
import type { OpenPdf } from '../../../../../renderer/features/reports/pages/openPdf'

// The real one starts a browser's worker, which there is none of here.
vi.mock('../../../../../renderer/features/reports/pages/openPdf', () => ({ openPdf: () => Promise.reject(new Error('not here')) }))
const { createPdfShelf } = await import('../../../../../renderer/features/reports/pages/pdfShelf')

function createFiles() {
  const closed: string[] = []
  const asked: string[] = []
  let isBroken = false
  const open = (url: string): Promise<OpenPdf> => {
    asked.push(url)
    // Nothing here looks into the file.
    const pdf = Object.assign(Object.create(null), { close: () => closed.push(url) }) as OpenPdf
    return isBroken ? Promise.reject(new Error('damaged')) : Promise.resolve(pdf)
  }
  return { closed, asked, open, breakFiles: (wanted: boolean) => (isBroken = wanted) }
}

it('opens a file once for all who ask, and closes it with the shelf', async () => {
  const { open, asked, closed } = createFiles()
  const shelf = createPdfShelf(open)
  expect(shelf.opened('a')).toBeNull()
  const first = await shelf.take('a', 'a.pdf')
  expect(await shelf.take('a', 'a.pdf')).toBe(first)
  expect(shelf.opened('a')).toBe(first)
  await shelf.take('b', 'b.pdf')
  expect(asked).toEqual(['a', 'b'])
  expect(closed).toEqual([])
  shelf.close()
  expect(closed).toEqual(['a', 'b'])
  expect(shelf.opened('a')).toBeNull()
})

it('closes a file that is opened only after the shelf was closed, and opens one anew that failed', async () => {
  const { open, asked, closed, breakFiles } = createFiles()
  const shelf = createPdfShelf(open)
  breakFiles(true)
  await expect(shelf.take('a', 'a.pdf')).rejects.toThrow('damaged')
  breakFiles(false)
  const late = shelf.take('a', 'a.pdf')
  shelf.close()
  await late
  expect(asked).toEqual(['a', 'a'])
  expect(closed).toEqual(['a'])
})
