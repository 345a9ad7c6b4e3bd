import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What a request to the loopback server must show. */
export interface GuardOptions {
  token: string
  /** `127.0.0.1:PORT`, exactly. */
  host: string
}

export const cookieName = 'countersign'

/**
 * Why a request is refused, or null. The exact Host defeats DNS rebinding: a page of another name that was made to
 * point here still sends its own name. The exact Origin keeps other sites' pages out; browsers leave it out on
 * plain navigation and same-origin reads, so it is demanded only where `needsOrigin`.
 */
export function refusalOf(headers: IncomingHttpHeaders, { token, host }: GuardOptions, needsOrigin: boolean): string | null {
  if (headers.host !== host) return 'wrong Host'
  const { origin } = headers
  if (origin === undefined ? needsOrigin : origin !== `http://${host}`) return 'wrong Origin'
  if (!isSame(cookieOf(headers.cookie), token)) return 'wrong token'
  return null
}

/** Compares in constant time. */
export function isSame(given: string, token: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(token)
  return left.length === right.length && timingSafeEqual(left, right)
}

function cookieOf(header: string | undefined): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? ''
}
