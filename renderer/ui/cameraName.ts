import type { Person } from '#shared/model/case'
import type { Footage } from '#shared/model/footage'

/** What a camera is called in a list: its label, else its wearer, else its file. */
export function cameraName(footage: Footage, people: ReadonlyMap<string, Person>): string {
  const wearer = footage.wearerId === null ? undefined : people.get(footage.wearerId)?.name
  return footage.cameraLabel || (wearer ?? footage.fileName)
}
