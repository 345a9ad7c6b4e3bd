import type { Judgement } from '#shared/model/comparison'
import type { LinkId, PassageId, StatementId, TagId } from '#shared/model/ids'
import type { PassageSpan, ReadStatement, StatementDraft, StatementReadAnew } from '#shared/model/report'
import { connection } from '../../app/connection'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'

const write = <Result>(run: () => Promise<Result>) => useSessionStore.getState().write(run)

/** Ties a tag to words of a report, and selects what was made. */
export async function linkWords(tagId: TagId, span: PassageSpan, judgement: Judgement): Promise<boolean> {
  const link = await write(() => connection().client.links.create({ tagId, span, judgement, note: '' }))
  if (link !== null) useSelectionStore.getState().select({ linkId: link.id, passageId: link.passageId, tagId: link.tagId, span: null })
  return link !== null
}

export async function updateLink(linkId: LinkId, judgement: Judgement, note: string): Promise<boolean> {
  return (await write(() => connection().client.links.update({ linkId, judgement, note }))) !== null
}

export async function withdrawLink(linkId: LinkId, reason: string): Promise<boolean> {
  return (await write(() => connection().client.links.withdraw({ linkId, reason }))) !== null
}

/** Says which words of a report's present text a passage is now, and what is read anew there of its statements. */
export async function confirmPassage(passageId: PassageId, span: PassageSpan, readAnew: StatementReadAnew[]): Promise<boolean> {
  return (await write(() => connection().client.passages.confirm({ passageId, span, readAnew }))) !== null
}

export async function markPassageLost(passageId: PassageId): Promise<boolean> {
  return (await write(() => connection().client.passages.markLost({ passageId }))) !== null
}

/** Marks words of a report as a statement, with what the reader had found that it began as, and selects them. */
export async function markStatement(span: PassageSpan, draft: StatementDraft, readAs: ReadStatement | null): Promise<boolean> {
  const began = readAs === null ? {} : { readAs }
  const statement = await write(() => connection().client.statements.create({ span, draft, ...began }))
  if (statement !== null) useSelectionStore.getState().select({ passageId: statement.passageId, span: null })
  return statement !== null
}

export async function updateStatement(statementId: StatementId, draft: StatementDraft): Promise<boolean> {
  return (await write(() => connection().client.statements.update({ statementId, draft }))) !== null
}

export async function withdrawStatement(statementId: StatementId, reason: string): Promise<boolean> {
  return (await write(() => connection().client.statements.withdraw({ statementId, reason }))) !== null
}
