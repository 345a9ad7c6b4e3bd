import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { ReadStatement, Statement } from '#shared/model/report'
import { describeBodyArea, describeForceType } from '#shared/domain/records'
import { statementKindLabels } from '#shared/domain/statementKindLabels'
import { formatWallClock } from '#shared/domain/time'

const say = messagesOf('ui')

/** A statement in one line, e.g. `Force · strike · head · ×3 · R. Weaver on J. Doe · 21:17 · denied`. */
export function describeStatement(
  statement: Statement,
  of: Pick<Case, 'timeZone'>,
  people: ReadonlyMap<string, Person>,
  codebook: Codebook
): string {
  const names = (ids: readonly string[]) => ids.map((id) => people.get(id)?.name ?? say('unknownPerson')).join(', ')
  const who = names(statement.actorIds)
  const onWhom = names(statement.targetIds)
  return [
    statementKindLabels[statement.kind],
    ...statement.types.map((type) => describeForceType(type, codebook).toLowerCase()),
    statement.bodyArea === null ? '' : describeBodyArea(statement.bodyArea, codebook),
    statement.count === null ? '' : `×${statement.count}`,
    onWhom === '' ? who : [who, say('onWhom', { names: onWhom })].filter((part) => part !== '').join(' '),
    statement.statedAt === null ? '' : formatWallClock(statement.statedAt, of.timeZone, { withFraction: false }).slice(0, 5),
    statement.isNegated ? say('denied') : '',
    statement.isHearsay ? say('hearsay') : '',
    statement.isUncertain ? say('uncertain') : ''
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What the reader found in one line, with the people as the words name them. */
export function describeReading(reading: ReadStatement, codebook: Codebook): string {
  const { actor, target, durationSeconds } = reading
  return [
    statementKindLabels[reading.kind],
    ...reading.types.map((type) => describeForceType(type, codebook).toLowerCase()),
    reading.bodyArea === null ? '' : describeBodyArea(reading.bodyArea, codebook),
    reading.count === null ? '' : `×${reading.count}`,
    actor === null ? '' : say('byQuoted', { words: actor }),
    target === null ? '' : say('onQuoted', { words: target }),
    reading.time ?? '',
    durationSeconds === null ? '' : say('seconds', { count: durationSeconds }),
    reading.negated ? say('denied') : '',
    reading.hearsay ? say('hearsay') : '',
    reading.uncertain ? say('uncertain') : ''
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
