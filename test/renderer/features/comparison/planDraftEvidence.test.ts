import { expect, test } from 'vitest'
import { planDraftEvidence } from '../../../../renderer/features/comparison/planDraftEvidence'
import { createCaseBuilder } from '../../../shared/domain/caseBuilder'

test('selected words are the passage that they are already, and else words of their own', () => {
  const builder = createCaseBuilder()
  const report = builder.report('I took him down. He fell.')
  const other = builder.report('I took him down. He fell.')
  builder.link(builder.tag(builder.footage(), 'force', 20), report, 'I took him down.', 'agrees')
  const [passage] = builder.build().passages
  if (passage === undefined) throw new Error('no passage')
  const span = { reportId: report.id, start: passage.anchor.start, end: passage.anchor.end }
  const withdrawn = { at: '2024-10-14T10:00:00.000Z', by: passage.createdBy, reason: 'Wrong.' }

  expect(planDraftEvidence(null, [passage])).toEqual({ passageIds: [], span: null })
  expect(planDraftEvidence(span, [passage])).toEqual({ passageIds: [passage.id], span: null })
  for (const fresh of [
    { ...span, end: span.end - 1 },
    { ...span, start: span.start + 1 },
    { ...span, reportId: other.id }
  ]) {
    expect(planDraftEvidence(fresh, [passage])).toEqual({ passageIds: [], span: fresh })
  }
  expect(planDraftEvidence(span, [{ ...passage, withdrawn }])).toEqual({ passageIds: [], span })
})
