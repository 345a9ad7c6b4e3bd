import type { Case } from '../model/case'
import { caseMarkSchema, type CaseMark } from '../model/caseSummary'
import type { Codebook } from '../model/codebookSchema'
import type { Statement } from '../model/report'
import type { Tag } from '../model/tag'
import { areaRegion, isActive } from './records'

interface MarkedCase {
  case: Case
  tags: readonly Tag[]
  statements: readonly Statement[]
}

const tasers = new Set(['ecw-discharged', 'ecw-drive-stun', 'ecw-pointed'])
const strikes = new Set(['strike', 'impact-weapon'])

/**
 * What of the federal findings a case shows, by its tags on footage and by what reviewers marked its reports to state; a statement that
 * denies counts for nothing. Escalation rests on tags alone, and a person in crisis on what was entered of the case.
 */
export function caseMarksOf({ case: of, tags, statements }: MarkedCase, codebook: Codebook): CaseMark[] {
  const marks = new Set<CaseMark>()
  const addForce = (types: readonly string[], bodyArea: string | null) => {
    if (types.some((type) => tasers.has(type))) marks.add('taser')
    if (types.includes('canine')) marks.add('police-dog')
    const isAtHead = bodyArea !== null && areaRegion(bodyArea, codebook) === 'head-neck'
    if (isAtHead && types.some((type) => strikes.has(type))) marks.add('head-strike')
  }
  for (const { details } of tags.filter(isActive)) {
    if (details.kind === 'force') addForce([details.forceType], details.bodyArea)
    if (details.kind === 'escalation' || details.kind === 'failure-to-intervene') marks.add(details.kind)
  }
  for (const { kind, types, bodyArea } of statements.filter((one) => isActive(one) && !one.isNegated)) {
    if (kind === 'force') addForce(types, bodyArea)
    if (kind === 'failure-to-intervene') marks.add(kind)
  }
  if (of.hasPersonInCrisis === true) marks.add('person-in-crisis')
  return caseMarkSchema.options.filter((mark) => marks.has(mark))
}
