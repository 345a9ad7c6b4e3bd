import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { caseDraft, loadReport, openTestCore, temporaryFolder } from '../openTestCore'

const form = [
  'USE OF FORCE FORM',
  '[X] Baton   [ ] Taser   [ ] OC spray',
  '',
  'NARRATIVE',
  'I told the male to stop. I sprayed him with pepper spray and he complied.',
  ''
].join('\n')

it('a form whose boxes and words do not say the same comes as a difference, with both places in its text', async () => {
  const core = await openTestCore()
  const { id: caseId } = await core.client.cases.create(caseDraft)
  const file = path.join(temporaryFolder(), 'form.txt')
  writeFileSync(file, form)
  await loadReport(core, caseId, file)
  const { differences } = await core.client.differences.list({ caseId })
  expect(differences.map(({ kind }) => kind)).toEqual(['within-a-report', 'within-a-report'])
  const quoted = differences.flatMap(({ sides }) =>
    sides.flatMap(({ spans }) => (spans ?? []).map(({ start, end }) => form.slice(start, end)))
  )
  expect(quoted).toEqual(expect.arrayContaining([expect.stringContaining('Baton'), expect.stringContaining('OC spray')]))
  expect(differences.every(({ status }) => status === 'open')).toBe(true)
})
