import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { codebookFileName, loadCodebook } from '#core/loadCodebook'
import { shippedCodebook } from '#shared/model/codebook'
import { openTestCore, temporaryFolder } from './openTestCore'

const folderWith = (content: string): string => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, codebookFileName), content)
  return folder
}

it('is the one shipped where the data folder holds none', async () => {
  expect(await loadCodebook(temporaryFolder())).toEqual({ codebook: shippedCodebook, problem: null, isOwn: false })
})

it("is the agency's own where it is valid; what it leaves out stands as shipped", async () => {
  const { codebook, problem } = await loadCodebook(folderWith(JSON.stringify({ id: 'springfield', version: 7 })))
  expect(problem).toBeNull()
  expect(codebook).toEqual({ ...shippedCodebook, id: 'springfield', version: 7 })
})

it.each([
  ['no JSON', '{', 'no JSON'],
  ['a list', '[]', 'the file'],
  ['a wrong part', JSON.stringify({ version: 'two', agency: 3 }), 'version'],
  ['a phrase that begins with a gap', JSON.stringify({ lexicon: { ...shippedCodebook.lexicon, countNouns: ['two words'] } }), 'countNouns']
])('is the one shipped where the own is %s, and the problem is told', async (_what, content, told) => {
  const { codebook, problem } = await loadCodebook(folderWith(content))
  expect(codebook).toBe(shippedCodebook)
  expect(problem).toContain(told)
})

it('that is refused is told of in Diagnostics', async () => {
  const core = await openTestCore({ dataFolder: folderWith('{') })
  const { limits } = await core.client.app.diagnostics()
  expect(limits.some((limit) => limit.includes(codebookFileName))).toBe(true)
  expect((await core.client.app.codebook()).id).toBe(shippedCodebook.id)
})

it('is named in Diagnostics, and what ships can be written out to begin an own one with', async () => {
  const shipped = await openTestCore()
  expect((await shipped.client.app.diagnostics()).codebook).toMatchObject({ path: null, problem: null })
  const { mediaId } = await shipped.client.exports.codebook()
  const written = await shipped.hostClient.locateMedia({ mediaId })
  expect(written.downloadName).toBe(codebookFileName)
  const content = readFileSync(written.path, 'utf8')

  const own = await openTestCore({ dataFolder: folderWith(content) })
  const { codebook } = await own.client.app.diagnostics()
  expect(codebook).toEqual({ path: codebook.ownPath, ownPath: codebook.ownPath, problem: null })
  expect(await own.client.app.codebook()).toEqual(shippedCodebook)
})
