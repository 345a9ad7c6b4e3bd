import { readFormAccount } from '#shared/domain/differences/readFormAccount'
import { readStatements } from '#shared/domain/statements/readStatements'
import type { Codebook } from '#shared/model/codebookSchema'
import { absenceSchema } from '#shared/model/comparison'
import { statementSchema, type Statement } from '#shared/model/report'
import type { GeneratedCase } from './generateCase'

/**
 * The same case with its statements as the app's reader finds them in the sentences, in place of those that a reviewer would record.
 * Links and looks are the reviewer's: a look for what was stated is one for each statement of that kind that was read there.
 */
export function readCase(found: GeneratedCase, codebook: Codebook): GeneratedCase {
  const statements = found.reportTexts.flatMap((text) => {
    const author = found.reports.find(({ id }) => id === text.reportId)?.authorId ?? null
    return readStatements(text.text, codebook).flatMap((read, at) => {
      const passage = found.passages.find(
        ({ reportId, anchor }) => reportId === text.reportId && anchor.start < read.end && anchor.end > read.start
      )
      const recorded = found.statements.find(({ passageId }) => passageId === passage?.id)
      if (passage === undefined || recorded === undefined) return []
      const place = String(Number.parseInt(passage.id.slice(-12), 16) * 10 + (at % 10)).padStart(12, '0')
      return [
        statementSchema.parse({
          ...{ ...recorded, id: `01900000-0000-7000-9${text.reportId.slice(-3)}-${place}` },
          ...{ kind: read.kind, types: read.types, bodyArea: read.bodyArea, count: read.count },
          ...{ actorIds: peopleOf(read.actor, author, found), targetIds: peopleOf(read.target, author, found) },
          ...{ statedAt: instantOf(read.time, found), isNegated: read.negated, isHearsay: read.hearsay, isUncertain: read.uncertain }
        })
      ]
    })
  })
  const absences = found.absences.flatMap((absence) => {
    const { subject } = absence
    if (subject.kind === 'tag-in-report') return [absence]
    const sought = found.statements.find(({ id }) => id === subject.statementId)
    return statements
      .filter(({ passageId, kind }) => passageId === sought?.passageId && kind === sought.kind)
      .map(({ id }) => absenceSchema.parse({ ...absence, subject: { ...subject, statementId: id } }))
      .slice(0, 1)
  })
  const formAccounts = found.reportTexts.flatMap((text) => readFormAccount(text, codebook) ?? [])
  return { ...found, statements, absences, formAccounts }
}

/** “I” is the author, a surname its bearer; nobody else is known by words. */
function peopleOf(words: string | null, author: string | null, { people }: GeneratedCase): Statement['actorIds'] {
  if (words === null) return []
  if (/^(i|me|my|we|us)$/i.test(words)) return people.filter(({ id }) => id === author).map(({ id }) => id)
  return people.filter(({ name }) => words.includes(name)).map(({ id }) => id)
}

/** A time of day of that night, in the case's zone (UTC−4): `21:16`. */
function instantOf(time: string | null, { case: { startsAt } }: GeneratedCase): string | null {
  const [hour, minute] = (time ?? '').split(':').map(Number)
  if (hour === undefined || minute === undefined) return null
  const day = Date.parse(startsAt) - (Date.parse(startsAt) % 86_400_000)
  return new Date(day + ((hour + 4) % 24) * 3_600_000 + minute * 60_000).toISOString()
}
