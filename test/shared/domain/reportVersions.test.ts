import { expect, test } from 'vitest'
import { isOfPresentText } from '#shared/domain/reportVersions'
import { createCaseBuilder } from './caseBuilder'

test('what was looked for in vain holds until its report has other words', () => {
  const builder = createCaseBuilder()
  const report = builder.report('I stood by.')
  builder.absentFromReport(builder.tag(builder.footage(), 'warning', 1), report)
  const [absence] = builder.build().absences
  if (absence === undefined) throw new Error('no absence')
  const holds = (rereadAt?: string) =>
    isOfPresentText(absence, new Map([[report.id, { ...report, ...(rereadAt === undefined ? {} : { rereadAt }) }]]))
  const later = new Date(Date.parse(absence.createdAt) + 1).toISOString()
  expect([holds(), holds(absence.createdAt), holds(later)]).toEqual([true, true, false])
})
