import { describeForceType } from '#shared/domain/records'
import { currentRegion } from '#shared/messages/locale'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import type { PhraseGroup } from './planCodebook'

const say = messagesOf('codebook')

/** What a list of the reader's phrases is called. */
export function phraseGroupLabel({ name, about }: PhraseGroup, codebook: Codebook): string {
  if (name === 'forceOf' || name === 'launcherOf') return say(name, { label: describeForceType(about ?? '', codebook) })
  if (name !== 'kindOf') return say(name)
  // Every kind of statement but one is a kind of tag too.
  return say('kindOf', { label: codebook.tagKinds.find(({ id }) => id === about)?.label ?? say('threat') })
}

/** A date of the calendar, `YYYY-MM-DD`, in words. */
export function dateWords(date: string): string {
  return new Intl.DateTimeFormat(currentRegion(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** Whether the review date of a policy, `YYYY-MM-DD`, lies before the day of `now` on this machine. On that day itself it is not past yet. */
export function isReviewPast(reviewOn: string, now: Date): boolean {
  const [year, month, day] = reviewOn.split('-').map(Number)
  return year !== undefined && month !== undefined && day !== undefined && now >= new Date(year, month - 1, day + 1)
}
