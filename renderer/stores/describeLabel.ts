import { sayLabel } from '#shared/domain/sayLabel'
import { useSessionStore } from './sessionStore'

/** A label of the ledger in the language on screen, in the words of the codebook in force. */
export function describeLabel(label: string): string {
  const { writtenCodebook, codebook } = useSessionStore.getState()
  return sayLabel(label, writtenCodebook, codebook)
}
