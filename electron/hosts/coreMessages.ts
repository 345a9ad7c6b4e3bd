import { z } from 'zod'
import { problemSchema } from '#shared/rpc/problem'

/** oRPC's own encoding; nobody between the two ends looks inside. */
const payloadSchema = z.union([z.string(), z.instanceof(Uint8Array)])
export type Payload = z.infer<typeof payloadSchema>

/** The channel on which the host itself speaks; windows have the numbers after it. */
export const hostChannel = 0

/** What goes to a core in a child process. */
export const toCoreSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), channel: z.number().int() }),
  z.object({ type: z.literal('data'), channel: z.number().int(), payload: payloadSchema }),
  z.object({ type: z.literal('close'), channel: z.number().int() }),
  z.object({ type: z.literal('stop') })
])
export type ToCore = z.infer<typeof toCoreSchema>

/** What comes from one. */
export const fromCoreSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), problem: problemSchema }),
  z.object({ type: z.literal('data'), channel: z.number().int(), payload: payloadSchema })
])
export type FromCore = z.infer<typeof fromCoreSchema>
