import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import type { Core } from '#core/createCore'
import { contract } from '#shared/rpc/contract'
import type { MethodMeta } from '#shared/rpc/method'

/** A method of the contract as the command line lists it. */
export interface MethodLine extends MethodMeta {
  method: string
  input: unknown
  output: unknown
}

/** Every method with its kind, roles, and schemas as JSON Schema. */
export function listMethods(): MethodLine[] {
  return Object.entries(contract).flatMap(([room, methods]) =>
    Object.entries(methods).flatMap(([name, method]) => {
      if (!isContractProcedure(method)) return []
      const { inputSchema, outputSchema, meta } = definitionSchema.parse(method['~orpc'])
      const { kind, roles, summary } = meta
      return [
        {
          method: `${room}.${name}`,
          summary,
          kind,
          roles,
          input: toJsonSchema(inputSchema, 'input'),
          output: toJsonSchema(outputSchema, 'output')
        }
      ]
    })
  )
}

const metaSchema = z.object({
  kind: z.enum(['query', 'mutation']),
  roles: z.array(z.enum(['supervisor', 'investigator', 'trainer', 'administrator'])),
  summary: z.string()
})

/** What a contract procedure holds of itself; its own types are erased where any procedure is meant. */
const definitionSchema = z.object({ inputSchema: z.unknown().optional(), outputSchema: z.unknown().optional(), meta: metaSchema })

function toJsonSchema(schema: unknown, io: 'input' | 'output'): unknown {
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io, unrepresentable: 'any' }) : null
}

/** Calls a method by its name, `room.method`; null where there is none. The contract validates input and output. */
export async function callMethod(
  client: Core['client'],
  method: string,
  input: unknown,
  signal: AbortSignal
): Promise<{ output: unknown } | null> {
  const known = listMethods().some((line) => line.method === method)
  if (!known) return null
  const found = method.split('.').reduce<unknown>((at, part) => Reflect.get(Object(at), part), client)
  if (typeof found !== 'function') return null
  return { output: await Reflect.apply(found, undefined, [input, { signal }]) }
}
