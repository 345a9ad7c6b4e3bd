import { describe, expect, it } from 'vitest'
import { planColumnGroups } from '#core/exports/findingsBlocks'
import { planMatrixTable } from '#core/exports/planMatrixTable'
import { renderFindingsHtml } from '#core/exports/renderFindingsHtml'
import { createComparison } from '#shared/domain/differences/createComparison'
import { shippedCodebook } from '#shared/model/codebook'
import { createCaseBuilder } from '../../shared/domain/caseBuilder'

/** Two strikes; of one officer's report the first is contradicted and the second was looked for in vain, of the other's nothing is known. */
function plan() {
  const builder = createCaseBuilder()
  const [first, second] = [builder.officer('A'), builder.officer('B')]
  const footage = builder.footage()
  const strike = { forceType: 'strike', actorIds: [first.id] }
  const tags = [builder.tag(footage, 'force', 10, strike), builder.tag(footage, 'force', 40, strike)] as const
  const report = builder.report('I struck him <b>once</b>. EMS came.', first)
  builder.report('Nothing of it.', second)
  builder.link(tags[0], report, 'I struck him <b>once</b>.', 'contradicts')
  builder.absentFromReport(tags[1], report)
  builder.statement(report, 'EMS came.', 'medical-aid')
  const missed = createComparison(shippedCodebook)(builder.build()).differences.find(({ kind }) => kind === 'not-in-report')
  if (missed !== undefined) builder.dispose(missed, 'explained', 'A second report tells of it.')
  const input = builder.build()
  const { matrix, differences } = createComparison(shippedCodebook)(input)
  const numbers = new Map(differences.map(({ key }, at) => [key, at + 1]))
  const records = { ...input, viewings: [], fileChecks: [] }
  return { differences, blocks: planMatrixTable(matrix, records, shippedCodebook, numbers) }
}

describe('the matrix in the findings summary', () => {
  it('has a word for every event and account, and the numbers of the differences, open and settled apart', () => {
    const { blocks, differences } = plan()
    const table = blocks.find((block) => block.type === 'matrix')
    const numberOf = (kind: string) => differences.findIndex((difference) => difference.kind === kind) + 1
    expect(table?.accounts).toEqual(['Footage', expect.stringMatching(/ by .*A/), expect.stringMatching(/ by .*B/)])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      [['Shown'], ['Contradicts', `open: ${numberOf('judged')}`], ['Not compared']],
      [['Not compared'], ['Stated'], ['No shared moment']],
      [['Shown'], ['Not mentioned', `settled: ${numberOf('not-in-report')}`], ['Not compared']]
    ])
  })

  it('is text in the web page, whatever the reports hold', () => {
    const html = renderFindingsHtml({ title: 'x', language: 'en', blocks: plan().blocks })
    expect(html).toContain('<th scope="row">1. ')
    expect(html).not.toContain('<b>once</b>')
    expect(html.match(/<td>/g)).toHaveLength(9)
  })

  it('shows every account once, in order, about as many beside each other', () => {
    for (let count = 1; count < 40; count += 1) {
      const groups = planColumnGroups(count)
      expect(groups.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        Array.from({ length: count }, (_, at) => at)
      )
      const sizes = groups.map(({ from, to }) => to - from)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(5)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
  })
})
