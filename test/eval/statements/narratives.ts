import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ReadStatement } from '#shared/model/report'

const repository = path.resolve(import.meta.dirname, '../../..')
const reports = path.join(process.env['COUNTERSIGN_TEST_DATA'] ?? path.resolve(repository, '../shared/data'), 'reports')

/** Why the labelled reports cannot be read, or null where they can. */
export const noReports = existsSync(reports)
  ? null
  : `there are no test reports in ${reports} (COUNTERSIGN_TEST_DATA names the folder of the test data)`

const narrativeSchema = z.object({ id: z.string(), text: z.string(), force: z.array(z.string()).nullable(), raw_labels: z.unknown() })
export type Narrative = z.infer<typeof narrativeSchema>

/** The labelled narratives of a file, e.g. `protest-force-dev.jsonl`. */
export function narrativesIn(file: string): Narrative[] {
  return readFileSync(path.join(reports, 'narratives', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => narrativeSchema.parse(JSON.parse(line)))
}

/** The text of one report in an officer's voice, by the name of its file. */
export const firstPersonText = (name: string): string => readFileSync(path.join(reports, 'first-person', name), 'utf8')

/** The texts of the reports in an officer's voice. */
export function firstPersonTexts(): string[] {
  const folder = path.join(reports, 'first-person')
  return readdirSync(folder)
    .filter((name) => name.startsWith('narrative_'))
    .map(firstPersonText)
}

const labels: ReadonlySet<string> = new Set(['strike', 'beat', 'punch', 'kick'])

/**
 * Whether a narrative is labelled with a type of the data. The label `strike` also stands for the tag "knee", which people gave to
 * kneeling on a person too; the codebook calls that body weight, so that tag alone counts as no strike where `isKneeApart`.
 */
export function isLabelled({ force, raw_labels }: Narrative, label: string, isKneeApart: boolean): boolean {
  if (label === 'strike' && isKneeApart) return Array.isArray(raw_labels) && raw_labels.some((raw) => labels.has(String(raw)))
  return force?.includes(label) ?? false
}

const blow = /^(?:strik|struck|hit|beat|blow)/i

/**
 * The force types of a statement as the data tags them: a blow with a weapon ("hit with a baton") is tagged as a strike beside the
 * weapon there, and is of the weapon alone in the codebook, whose strikes are of hand, elbow, knee and foot.
 */
export function typesAsTagged(text: string, { types, evidence }: ReadStatement): string[] {
  const isBlow = types.includes('impact-weapon') && (evidence.types ?? []).some(({ start, end }) => blow.test(text.slice(start, end)))
  return isBlow ? [...types, 'strike'] : types
}

/** Labels of the protest narratives with the types of the shipped codebook that they are. */
export const labelledTypes: readonly (readonly [label: string, type: string])[] = [
  ['chemical_spray', 'chemical-spray'],
  ['tear_gas', 'tear-gas'],
  ['impact_weapon', 'impact-weapon'],
  ['less_lethal_projectile', 'less-lethal-projectile'],
  ['flash_bang', 'distraction-device'],
  ['push', 'push'],
  ['strike', 'strike'],
  ['takedown', 'takedown'],
  ['neck_restraint', 'neck-restraint'],
  ['restraint_device', 'restraint-device']
]
