import { expect, test } from 'vitest'
import type { Refinding } from '#shared/model/report'
import { bannerWords } from '../../../../renderer/features/reports/refindingWords'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

const lost = (isSettled: boolean): Refinding => ({ state: 'lost', isSettled })
const changed: Refinding = { state: 'changed', reason: 'moved', start: 0, end: 1, runs: [] }

test.each([
  [[changed], '1 passage needs a look: this report was replaced by a corrected version.'],
  [[changed, lost(false), lost(true)], '2 passages need a look: this report was replaced by a corrected version.'],
  [[lost(true)], '1 passage of a former version is no longer in this report.'],
  [[lost(true), lost(true)], '2 passages of a former version are no longer in this report.'],
  [[], '']
])('what the passages of a replaced report come to (%#)', (refindings, words) => {
  const builder = createCaseBuilder()
  const report = builder.report('I stood by.')
  builder.statement(report, 'I stood by', 'resistance')
  const passages = refindings.flatMap((refinding) => builder.build().passages.map((passage) => ({ ...passage, refinding })))
  expect(bannerWords(passages, { sha256: 'b'.repeat(64) })).toBe(words)
})

test('a report whose own file was read again is not called replaced', () => {
  const builder = createCaseBuilder()
  builder.statement(builder.report('I stood by.'), 'I stood by', 'resistance')
  const passages = builder.build().passages.map((passage) => ({ ...passage, refinding: changed }))
  const [anchor] = passages.map((passage) => passage.anchor)
  expect(bannerWords(passages, { sha256: anchor?.reportSha256 ?? '' })).toBe(
    '1 passage needs a look: this report was read again by a later version of the app.'
  )
})
