import { expect, test } from 'vitest'
import { shippedCodebook } from '#shared/model/codebook'
import { reportLine } from '../../../renderer/ui/reportLine'
import { createCaseBuilder } from '../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const rivera = builder.officer('A. Rivera')
const people = new Map([[String(rivera.id), rivera]])
const report = builder.report('', rivera, { type: 'supplement' })
const of = { startsAt: '2024-12-31T22:00:00.000Z', timeZone: 'America/New_York' }
const line = (writtenAt: string | null) => reportLine({ ...report, writtenAt }, of, people, shippedCodebook)

test('the year is told where it is not that of the incident, on the clocks of the case', () => {
  expect(line('2025-01-01T03:10:00.000Z')).toBe('Supplement · A. Rivera · 31 Dec 22:10')
  expect(line('2025-01-01T07:10:00.000Z')).toBe('Supplement · A. Rivera · 1 Jan 2025 02:10')
  expect(line(null)).toBe('Supplement · A. Rivera · time not known')
})
