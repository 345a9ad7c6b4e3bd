import { messagesOf } from '../../messages/messagesOf'
import type { EnteredDifference, Evidence } from '../../model/comparison'
import type { EnteredDifferenceId, LinkId, TagId } from '../../model/ids'
import type { Passage } from '../../model/report'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { footageEvidence, foundDifference, noAccount, reportEvidence } from './evidence'
import { groupBy } from './grouping'

const say = messagesOf('differences')

/**
 * A link that a reviewer judged to differ or contradict, where no rule found in what: the judgement is shown as it stands.
 * `found` are the differences that the rules found about its tag.
 */
export function findJudged(
  linkId: LinkId,
  found: (tagId: TagId) => Iterable<Pick<FoundDifference, 'sides'>>,
  index: ComparisonIndex
): FoundDifference[] {
  const pair = index.pairOf(linkId)
  if (pair === undefined || pair.link.judgement === 'agrees') return []
  const { link, tag, passage, report } = pair
  for (const { sides } of found(tag.id)) {
    if (sides.some(({ passageIds }) => passageIds.includes(passage.id))) return []
  }
  const note = { note: link.note === '' ? '' : ` ${link.note}` }
  return [
    foundDifference(index, 'judged', [link.id], {
      origin: 'entered',
      summary: link.judgement === 'contradicts' ? say('judgedContradict', note) : say('judgedDiffer', note),
      sides: [footageEvidence([tag], index), reportEvidence(report, { passages: [passage] }, index)],
      basis: `${link.judgement} ${link.note}`
    })
  ]
}

/**
 * A difference that a reviewer entered by hand. It stays as long as any of the records it names does, or if it names none:
 * what was withdrawn is left out of its sides, and the change reopens it.
 */
export function findEntered(id: EnteredDifferenceId, index: ComparisonIndex): FoundDifference[] {
  const entered = index.records.enteredDifferences.get(id)
  const sides = entered === undefined ? null : sidesOf(entered, index)
  if (entered === undefined || sides === null) return []
  return [
    foundDifference(index, entered.kind, ['entered', entered.id], {
      origin: 'entered',
      summary: entered.description,
      sides,
      basis: entered.description
    })
  ]
}

function sidesOf(entered: EnteredDifference, index: ComparisonIndex): [Evidence, Evidence] | null {
  const tags = entered.tagIds.flatMap((id) => index.tags.get(id) ?? [])
  const passages = entered.passageIds.flatMap((id) => index.passages.get(id) ?? [])
  const hasNamed = entered.tagIds.length + entered.passageIds.length > 0
  if (hasNamed && tags.length + passages.length === 0) return null
  const accounts = tags.length > 0 ? [footageEvidence(tags, index), ...reportSides(passages, index)] : passageSides(passages, index)
  const [first, second, ...more] = accounts
  if (first === undefined) return [noAccount(say('nothingNamed')), noAccount(say('noPassageNamed'))]
  if (second === undefined) {
    const isFootage = first.account === 'footage'
    return isFootage ? [first, noAccount(say('noPassageNamed'))] : [noAccount(say('nothingNamed')), first]
  }
  return [first, more.reduce(joinSides, second)]
}

/** Passages of one report alone are told against each other: the first in the text against the rest. */
function passageSides(passages: readonly Passage[], index: ComparisonIndex): Evidence[] {
  const [first, ...rest] = passages.toSorted((a, b) => a.anchor.start - b.anchor.start || (a.id < b.id ? -1 : 1))
  const isOneReport = first !== undefined && rest.every(({ reportId }) => reportId === first.reportId)
  return isOneReport ? [...reportSides([first], index), ...reportSides(rest, index)] : reportSides(passages, index)
}

/** One side per report. */
function reportSides(passages: readonly Passage[], index: ComparisonIndex): Evidence[] {
  return [...groupBy(passages, ({ reportId }) => reportId)].flatMap(([reportId, told]) => {
    const report = index.reports.get(reportId)
    return report === undefined ? [] : [reportEvidence(report, { passages: told }, index)]
  })
}

/** A difference has two sides, so accounts beyond the second stand with it; then they are of no one report. */
function joinSides(side: Evidence, other: Evidence): Evidence {
  return {
    ...side,
    says: `${side.says} · ${other.says}`,
    tagIds: [...side.tagIds, ...other.tagIds],
    passageIds: [...side.passageIds, ...other.passageIds],
    statementIds: [...side.statementIds, ...other.statementIds],
    reportId: null
  }
}
