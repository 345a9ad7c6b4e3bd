import { messagesOf } from '../../messages/messagesOf'
import type { StatementKind } from '../../model/report'

const say = messagesOf('differences')

/** What a statement of a kind tells of, for a sentence: “The report states …”. */
export function statedSubject(kind: StatementKind): string {
  return say('statedSubject', { kind: messageKey(kind) })
}

/** A kind as the choices in messages name it: they can have no hyphen. */
export function messageKey(kind: StatementKind): string {
  return kind.replaceAll('-', '')
}
