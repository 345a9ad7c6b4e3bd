import { messagesOf } from '#shared/messages/messagesOf'
import type { tags as english } from '#shared/messages/en/tags'

const say = messagesOf('tags')

type AnswerKey = Extract<keyof typeof english, `answer${string}`>

const keys: Readonly<Record<string, AnswerKey>> = {
  verbal: 'answerVerbal',
  physical: 'answerPhysical',
  both: 'answerBoth',
  passive: 'answerPassive',
  active: 'answerActive',
  assaultive: 'answerAssaultive',
  muted: 'answerMuted',
  covered: 'answerCovered',
  off: 'answerOff',
  yes: 'answerYes',
  no: 'answerNo',
  undetermined: 'answerUndetermined'
}

/** An answer that is stored as a word of the model, e.g. `assaultive`, in the language on screen; the word itself where it is not known. */
export function answerWord(answer: string): string {
  const key = keys[answer]
  return key === undefined ? answer : say(key)
}
