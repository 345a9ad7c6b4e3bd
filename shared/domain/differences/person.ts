import { messagesOf } from '../../messages/messagesOf'
import type { PersonId } from '../../model/ids'
import { actorIdsOf, describePeople, targetIdsOf } from '../records'
import type { ComparisonIndex } from './comparisonIndex'
import type { FoundDifference } from './comparisonInput'
import { isAnotherNamed, missingFrom } from './disagreement'
import { footageEvidence, foundDifference, reportEvidence } from './evidence'
import { distinct } from './grouping'
import { sameKindTies, type TiedStatement } from './tiedStatements'

const say = messagesOf('differences')

/**
 * Footage names somebody, as doing it or as the one it is done to, where the statement names only others. A side that
 * names nobody is not compared, and a statement may name more people than one tag does. One difference per statement.
 */
export function findPerson(tied: TiedStatement, index: ComparisonIndex): FoundDifference[] {
  const { statement } = tied
  const report = index.reports.get(statement.reportId)
  if (statement.isNegated || report === undefined) return []
  const apart = sameKindTies(tied).filter(({ tag }) => isAnotherNamed(tag.details, statement))
  if (apart.length === 0) return []
  const tags = apart.map(({ tag }) => tag)
  const passages = apart.flatMap(({ links }) => links.map(({ passage }) => passage))
  const clauses = [
    namesApart('actingApart', statement.actorIds, distinct(tags.flatMap(({ details }) => actorIdsOf(details))), index),
    namesApart('actedOnApart', statement.targetIds, distinct(tags.flatMap(({ details }) => targetIdsOf(details))), index)
  ]
  return [
    foundDifference(index, 'person', [statement.id], {
      summary: `${clauses.filter((clause) => clause !== '').join('; ')}.`,
      sides: [footageEvidence(tags, index), reportEvidence(report, { statements: [statement], passages }, index)]
    })
  ]
}

function namesApart(
  message: 'actingApart' | 'actedOnApart',
  stated: readonly PersonId[],
  shown: readonly PersonId[],
  { people }: ComparisonIndex
): string {
  if (missingFrom(stated, shown).length === 0) return ''
  return say(message, { shown: describePeople(shown, people), stated: describePeople(stated, people) })
}
