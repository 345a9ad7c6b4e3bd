import { describe, expect, it } from 'vitest'
import type { Block, FindingsDocument } from '#core/exports/findingsBlocks'
import { planFindings, type CaseRecords, type FindingsSources } from '#core/exports/planFindings'
import { renderFindingsHtml } from '#core/exports/renderFindingsHtml'
import { renderFindingsPdf } from '#core/exports/renderFindingsPdf'
import { parsePdf } from '#core/reports/extraction/parsePdf'
import { createComparison } from '#shared/domain/differences/createComparison'
import type { Locale } from '#shared/messages/locale'
import { shippedCodebook } from '#shared/model/codebook'
import { fileCheckSchema } from '#shared/model/fileCheck'
import { passageSchema } from '#shared/model/report'
import { tagSchema } from '#shared/model/tag'
import { viewingSchema } from '#shared/model/viewing'
import { alignedTo, createCaseBuilder, evening } from '../../shared/domain/caseBuilder'

const at = '2024-10-14T09:00:00.000Z'
const image = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A case in which every part of a summary has something to say: people of every role, two cameras, every kind of check, tag and link. */
function makeCase(): { records: CaseRecords; sources: Omit<FindingsSources, 'codebook' | 'locale'> } {
  const builder = createCaseBuilder()
  const [weaver, kerr] = [builder.officer('Weaver', { badgeNumber: '7' }), builder.officer('Kerr')]
  const doe = builder.subject('Doe')
  const main = builder.footage({ wearerId: weaver.id })
  const other = builder.footage({ cameraLabel: 'Camera 2', startsAt: null, alignment: alignedTo(main, 12) })
  const lone = builder.footage({ cameraLabel: 'Camera 3', startsAt: null })
  const strike = builder.tag(main, 'force', 10, { forceType: 'strike', count: 3, actorIds: [weaver.id], targetIds: [doe.id] }, 12)
  const punch = builder.tag(main, 'force', 40, { forceType: 'strike', bodyArea: 'head', actorIds: [kerr.id] })
  builder.tag(main, 'warning', 60, { words: 'Alto ahí', actorIds: [weaver.id] })
  builder.tag(main, 'intervention-needed', 70, { presentIds: [kerr.id] })
  builder.tag(main, 'failure-to-intervene', 80, { officerId: kerr.id })
  builder.tag(main, 'intervention', 90, { method: 'verbal', actorIds: [kerr.id] })
  builder.tag(main, 'resistance', 95, { level: 'active', actorIds: [doe.id] })
  builder.tag(other, 'camera', 100, { state: 'muted' }, 200)
  const report = builder.report('Lo golpeé una vez. Vino la ambulancia. Le avisé dos veces.', weaver)
  const second = builder.report('Nada de eso.', null, { type: 'supplement', writtenAt: null })
  builder.link(strike, report, 'Lo golpeé una vez.', 'contradicts', 'Tres golpes.')
  builder.absentFromReport(punch, second)
  builder.statement(report, 'Lo golpeé una vez.', 'force', { types: ['strike'], count: 1 })
  builder.statement(report, 'Vino la ambulancia.', 'medical-aid')
  builder.absentFromFootage(builder.statement(report, 'Le avisé dos veces.', 'warning', { statedAt: evening('21:16') }))
  builder.link(punch, report, 'Vino la ambulancia.', 'differs')
  builder.enter('count', 'Los golpes no son los mismos.', { tags: [strike] })
  const [first, next] = createComparison(shippedCodebook)(builder.build()).differences
  if (first !== undefined) builder.dispose(first, 'explained', 'Otro reporte lo dice.')
  if (next !== undefined) builder.dispose({ ...next, fingerprint: 'b'.repeat(64) }, 'material', 'Antes.')

  const input = builder.build()
  const { id: _, ...stamped } = input.case
  const inCase = { caseId: input.case.id, createdAt: at, createdBy: stamped.createdBy, updatedAt: at, updatedBy: stamped.createdBy }
  const newId = (number: number) => `01900000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`
  const checked = (subject: { id: string }, subjectKind: 'footage' | 'report', state: 'intact' | 'changed' | 'missing', number: number) =>
    fileCheckSchema.parse({
      ...{ id: newId(number), ...inCase, subjectId: subject.id, subjectKind, state, checkedAt: at, withdrawn: null },
      foundSha256: state === 'changed' ? 'c'.repeat(64) : null
    })
  const viewing = viewingSchema.parse({
    ...{ id: newId(9), ...inCase, footageId: main.id, userId: stamped.createdBy, userName: 'R. Ibarra', withdrawn: null },
    ...{ startUs: 0, endUs: 2_000_000, rate: 1, isMuted: false, startedAt: at }
  })
  const exact = { ticks: 300, timeBase: { numerator: 1, denominator: 30 } }
  return {
    records: {
      ...input,
      case: { ...input.case, note: 'Nota del caso.' },
      footage: input.footage.map((one) =>
        one.id === main.id
          ? {
              ...one,
              sizeBytes: 123_456_789,
              probe: { ...one.probe, damage: [{ fromUs: 1_000_000, toUs: 3_000_000, what: 'no picture for 2.0 s' }] }
            }
          : one.id === lone.id
            ? { ...one, probe: { ...one.probe, audioCodec: null, frameRate: null, isVariableFrameRate: true } }
            : one
      ),
      tags: input.tags.map((tag) =>
        tag.id === strike.id
          ? tagSchema.parse({ ...tag, startExact: exact, endExact: { ...exact, ticks: 360 }, note: 'Nota.', clauseIds: ['s15a'] })
          : tag
      ),
      passages: input.passages.map((passage) =>
        passage.anchor.exact === 'Vino la ambulancia.'
          ? passageSchema.parse({ ...passage, refinding: { state: 'lost', isSettled: true } })
          : passage
      ),
      reports: input.reports.map((one) =>
        one.id === report.id ? { ...one, readingNotes: ['It has 1 comment in the margin, left out of the text.'] } : one
      ),
      fileChecks: [checked(main, 'footage', 'intact', 1), checked(other, 'footage', 'changed', 2), checked(report, 'report', 'missing', 3)],
      viewings: [viewing]
    },
    sources: {
      ...{ writtenBy: 'R. Ibarra', writtenAt: at, appVersion: '1.0.0', stills: new Map([[strike.id, image]]), canTakeStills: true },
      verdict: { isIntact: true, entryCount: 12, lastHash: 'd'.repeat(64), problems: [] }
    }
  }
}

const plan = (locale: Locale): FindingsDocument => {
  const { records, sources } = makeCase()
  return planFindings(records, { ...sources, codebook: shippedCodebook, locale })
}

/** All that a block says, in order. */
function wordsOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'facts':
      return block.rows.flat()
    case 'quote':
      return [block.text, block.source]
    case 'still':
      return [block.caption]
    case 'sides':
      return [...block.left, ...block.right]
    case 'matrix':
      return [block.note, ...block.accounts, ...block.rows.flatMap(({ title, detail, cells }) => [title, detail, ...cells.flat()])]
  }
}

/** What is the same in every language: what people wrote and named, hashes, and words that both languages write alike. */
const sameInBoth =
  /“[^”]*”|\b[\da-f]{64}\b|SHA-256|Main Street|camera\.mp4|report\.txt|Camera \d|Ofc\.|Weaver|Kerr|Doe|ffprobe|\d s\b|^\d bytes$|Policy 206 IV\.B\.4; M\.G\.L\. c\. 6E §15\(a\)|^no$|^(?:Nota|Alto|Lo|Los|Vino|Otro|Antes)\b.*/gu
const english =
  /\b(?:the|of|from|with|and|by|in|is|was|has|not|none|report|footage|reviewer|says|shows|states|found|camera|officer|strike|force|played|begins|entries|statement|undetermined)\b/iu

describe('the findings summary in Spanish', () => {
  it('is the same summary as in English, with no word of it left in English', () => {
    const [here, there] = [plan('en'), plan('es')].map(({ blocks }) => blocks)
    expect(there?.map(({ type }) => type)).toEqual(here?.map(({ type }) => type))
    const [inEnglish, inSpanish] = [here, there].map((blocks) => (blocks ?? []).flatMap(wordsOf))
    expect(inSpanish).toHaveLength(inEnglish?.length ?? 0)
    const unmoved = (inSpanish ?? []).filter((text, at) => text === inEnglish?.[at] && /\p{L}/u.test(text.replaceAll(sameInBoth, '')))
    expect(unmoved).toEqual([])
    const own = (inSpanish ?? []).map((text) => text.replaceAll(sameInBoth, ''))
    expect(own.filter((text) => english.test(text))).toEqual([])
  })

  it('names its language, and counts and dates as the language does', () => {
    const html = renderFindingsHtml(plan('es'))
    expect(html).toContain('<html lang="es">')
    expect(html).toContain('<th scope="col">Evento</th>')
    expect(html).toMatch(/14 oct 2024 05:00/u)
    expect(html).toContain('<dd>123,456,789 bytes</dd>')
    expect(renderFindingsHtml(plan('en'))).toContain('<html lang="en">')
  })

  it('is a PDF whose pages say so too', async () => {
    const bytes = await renderFindingsPdf(plan('es'))
    const { text } = await parsePdf(bytes, 'hallazgos.pdf')
    expect(text).toMatch(/Resumen de hallazgos, caso 24-1012 · página 1 de \d+/u)
    expect(text).not.toMatch(/ · page /u)
  })
})
