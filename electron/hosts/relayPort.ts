import type { Payload } from './coreMessages'

/** A message port over any channel that carries messages in order, as oRPC's message-port adapters take it. */
export interface RelayPort {
  on: (event: string, listener: (event?: { data: unknown }) => void) => void
  postMessage: (data: Payload) => void
  /** Hands in what arrived from the other end. */
  deliver: (data: Payload) => void
  /** Says that the other end is gone. */
  closed: () => void
}

export function createRelayPort(send: (data: Payload) => void): RelayPort {
  const listeners = new Map<string, ((event?: { data: unknown }) => void)[]>()
  const tell = (event: string, value?: { data: unknown }) => listeners.get(event)?.forEach((listener) => listener(value))
  return {
    on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    postMessage: send,
    deliver: (data) => tell('message', { data }),
    closed: () => tell('close')
  }
}
