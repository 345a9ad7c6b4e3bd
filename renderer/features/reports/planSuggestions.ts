import { messagesOf } from '#shared/messages/messagesOf'
import { suggestPassages, suggestTags, type Suggestion, type SuggestionInput } from '#shared/domain/suggestions/suggestLinks'
import type { TagId } from '#shared/model/ids'
import type { PassageSpan } from '#shared/model/report'
import type { AccountCard, PassageMark } from './planAccounts'

const say = messagesOf('reports')

/** What is offered at the side of a tag, and beside selected words. */
export interface Suggestions {
  /** Sentences that may speak of the selected tag; none where it is tied to this report already, or said to be missing in it. */
  ofTag: readonly Suggestion[]
  /** Tags that the selected words may speak of. */
  ofWords: readonly Suggestion[]
  /** What the key takes next: the first of either, or the sentence after the one that is selected. */
  next: Suggestion | null
}

const mostShown = 3

/** Plans what is suggested from what is selected. Sentences that are tied to the tag already are left out. Pure. */
export function planSuggestions(
  input: SuggestionInput,
  selected: { tagId: TagId | null; span: PassageSpan | null },
  { cards, marks }: { cards: readonly AccountCard[]; marks: readonly PassageMark[] }
): Suggestions {
  const card = cards.find(({ tag }) => tag.id === selected.tagId)
  const ofTag =
    card?.comparison.state === 'not-compared'
      ? suggestPassages(card.tag, input)
          .filter(({ statement }) => !isTied(card.tag.id, statement, marks))
          .slice(0, mostShown)
      : []
  const { span } = selected
  const ofWords = span === null ? [] : suggestTags(span, input).slice(0, mostShown)
  const at = span === null ? -1 : ofTag.findIndex(({ statement }) => statement.start === span.start && statement.end === span.end)
  const isOwnSentence = span === null || at >= 0
  return { ofTag, ofWords, next: (isOwnSentence ? ofTag[(at + 1) % Math.max(1, ofTag.length)] : ofWords[0]) ?? null }
}

function isTied(tagId: TagId, { start, end }: { start: number; end: number }, marks: readonly PassageMark[]): boolean {
  return marks.some((mark) => mark.start < end && mark.end > start && mark.links.some((link) => link.tagId === tagId))
}

/** The reasons in one line, those that speak for it first. */
export function reasonLine({ reasons }: Suggestion): string {
  const [forIt, against] = [true, false].map((isFor) => reasons.filter((reason) => reason.isFor === isFor).map(({ says }) => says))
  return [...(forIt ?? []), ...(against ?? []).map((says) => say('but', { reason: says.charAt(0).toLowerCase() + says.slice(1) }))].join(
    ' · '
  )
}
