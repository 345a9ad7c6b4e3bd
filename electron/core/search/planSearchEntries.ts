import { createHash } from 'node:crypto'
import { planBlocks } from '#shared/domain/planBlocks'
import { describeBodyArea, describeForceType, describePerson, describeTag } from '#shared/domain/records'
import type { Codebook } from '#shared/model/codebookSchema'
import type { EntityKind, EntityOf } from '#shared/model/entities'
import type { Statement } from '#shared/model/report'
import type { SearchEntry, SearchPlanner } from '../storage'

/** Rises when other words of a record are to be found than before. */
const plannerVersion = 1

type Plans = { [Kind in EntityKind]: ((row: EntityOf<Kind>) => SearchEntry[]) | null }

/** What of each record can be found, in the words of a codebook; an agency that changes its codebook gets a new index. */
export function createSearchPlanner(codebook: Codebook): SearchPlanner {
  const entry = (title: string, body: string, parentId: string | null = null, start = 0): SearchEntry => ({ parentId, start, title, body })
  const plans: Plans = {
    case: (row) => [entry(row.incidentNumber, linesOf(row.place, row.warning ?? '', row.note))],
    person: (row) => [entry(describePerson(row), '')],
    footage: (row) => [entry(row.fileName, row.cameraLabel)],
    tag: (row) => {
      const kind = codebook.tagKinds.find(({ id }) => id === row.details.kind)?.label ?? ''
      const words = row.details.kind === 'warning' ? row.details.words : ''
      const what = describeTag(row, codebook)
      return [entry(what.includes(kind) ? what : `${kind} · ${what}`, linesOf(words, row.note), row.footageId)]
    },
    report: (row) => {
      const type = codebook.reportTypes.find(({ id }) => id === row.type)?.label ?? ''
      return [entry(type, linesOf(row.authorName, row.fileName))]
    },
    // Block by block: what is found can then be shown with what stands around it, and gone to.
    reportText: (row) =>
      planBlocks(row.text, row.pages).map(({ start, end }) => entry('', row.text.slice(start, end), row.reportId, start)),
    passage: null,
    statement: (row) => [entry(describe(row), row.note, row.reportId)],
    link: (row) => (row.note === '' ? [] : [entry('', row.note, row.tagId)]),
    absence: (row) => (row.note === '' ? [] : [entry('', row.note)]),
    enteredDifference: (row) => [entry('', row.description)],
    disposition: (row) => [entry('', row.reason)],
    viewing: null,
    fileCheck: null
  }

  function describe({ kind, types, bodyArea }: Statement): string {
    const label = codebook.tagKinds.find(({ id }) => id === kind)?.label ?? kind
    const area = bodyArea === null ? [] : [describeBodyArea(bodyArea, codebook)]
    return [label, ...types.map((type) => describeForceType(type, codebook)), ...area].join(' · ')
  }

  return {
    version: `${plannerVersion} ${createHash('sha256').update(JSON.stringify(codebook)).digest('hex').slice(0, 16)}`,
    entriesOf: (entity, row) => plans[entity]?.(row) ?? null
  }
}

const linesOf = (...parts: string[]) => parts.filter((part) => part !== '').join('\n')
