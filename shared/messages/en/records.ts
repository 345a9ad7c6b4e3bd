/** Records in words: people, reports and tags. */
export const records = {
  personWithRole: '{name} ({role, select, officer {officer} subject {subject} witness {witness} other {{role}}})',
  unknownPerson: 'an unknown person',
  reportBy: '{report} by {author}',
  reportWithoutAuthor: '{report}, author not given',
  interventionMethod: '{kind} · {method, select, both {verbal and physical} verbal {verbal} physical {physical} other {undetermined}}',
  resistanceLevel: '{kind} · {level, select, passive {passive} active {active} assaultive {assaultive} other {undetermined}}',
  shareUnder: 'under {share}',
  cameraState: 'Camera {state, select, muted {muted} covered {covered} off {off} other {{state}}}'
} as const
