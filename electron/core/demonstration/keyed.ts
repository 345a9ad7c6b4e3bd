import type { FootageId, PersonId, ReportId, TagId } from '#shared/model/ids'

export type PersonKey = 'person:rivera' | 'person:novak' | 'person:haddad' | 'person:doe' | 'person:park'
export type FootageKey = 'footage:a' | 'footage:b'
export type ReportKey = 'report:rivera' | 'report:novak' | 'report:park'
export type TagKey = 'tag:warning' | 'tag:takedown' | 'tag:strikes' | 'tag:needed' | 'tag:aid'

/** A type of the model in which each id is replaced by a key of the demonstration, since ids are made when the case is. */
export type Keyed<Value> = Value extends PersonId
  ? PersonKey
  : Value extends FootageId
    ? FootageKey
    : Value extends ReportId
      ? ReportKey
      : Value extends TagId
        ? TagKey
        : Value extends readonly (infer Item)[]
          ? Keyed<Item>[]
          : Value extends object
            ? { [Name in keyof Value]: Keyed<Value[Name]> }
            : Value

/**
 * Puts ids in the place of keys, at any depth. Pure. The result is for the model's schema to parse, e.g. `tagDraftSchema`,
 * which refuses a key that has no id in `ids`.
 */
export function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((item: unknown) => withIds(item, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]): [string, unknown] => [name, withIds(item, ids)]))
}
