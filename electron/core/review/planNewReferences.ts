import type { PersonId, TagId } from '#shared/model/ids'
import type { TagDetails } from '#shared/model/tag'

interface References {
  personIds: PersonId[]
  tagIds: TagId[]
}

/** The people and tags that a tag's details name and its former details did not. */
export function planNewReferences(details: TagDetails, former: TagDetails | null): References {
  const all = referencesOf(details)
  if (former === null) return all
  const known = referencesOf(former)
  return {
    personIds: all.personIds.filter((id) => !known.personIds.includes(id)),
    tagIds: all.tagIds.filter((id) => !known.tagIds.includes(id))
  }
}

function referencesOf(details: TagDetails): References {
  const personIds: PersonId[] = []
  const tagIds: TagId[] = []
  if ('actorIds' in details) personIds.push(...details.actorIds, ...details.targetIds)
  if ('presentIds' in details) personIds.push(...details.presentIds)
  if ('officerId' in details && details.officerId !== null) personIds.push(details.officerId)
  if ('forceTagId' in details && details.forceTagId !== null) tagIds.push(details.forceTagId)
  return { personIds: [...new Set(personIds)], tagIds: [...new Set(tagIds)] }
}
