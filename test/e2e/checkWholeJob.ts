import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keepPicture, type AppDriver } from './appDriver'
import { onlyKeyboard } from './keyboard'
import { keepScreens } from './screens'
import { settleMatrix } from './settledMatrix'
import { compare, findEverythingAgain, loadReports, lookAround, makeCase, playAndTag, prepareFiles, writeFindings } from './wholeJob'

/** Tests the whole job, from the first file to the findings summary, without a mouse; only the system's own dialogs are answered for it. */
export function checkWholeJob(launch: (dataFolder: string) => Promise<AppDriver>): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-e2e-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('goes from footage and reports to a settled matrix and a findings summary by the keyboard alone, and is all there on the next start', async () => {
    const dataFolder = path.join(folder, 'data')
    const { video, reports } = await prepareFiles(path.join(folder, 'files'))
    const app = await launch(dataFolder)
    try {
      const endOfKeys = await onlyKeyboard(app.page)
      await makeCase(app, video)
      await loadReports(app, reports)
      await playAndTag(app)
      await compare(app)
      await writeFindings(app, folder)
      await settleMatrix(app)
      await lookAround(app)
      expect(await endOfKeys()).toEqual([])
      // In the browser host screens.test.ts looks at every screen.
      if (app.host === 'electron') await keepScreens(app)
      expect(app.pageErrors).toEqual([])
    } catch (error) {
      await keepPicture(app, 'failed')
      throw error
    } finally {
      await app.close()
    }
    const again = await launch(dataFolder)
    try {
      const endOfKeys = await onlyKeyboard(again.page)
      await findEverythingAgain(again)
      expect(await endOfKeys()).toEqual([])
      expect(again.pageErrors).toEqual([])
    } finally {
      await again.close()
    }
  })
}
