import type { records as english } from '../en/records'
import type { InOtherWords } from '../inOtherWords'

export const records: InOtherWords<typeof english> = {
  personWithRole: '{name} ({role, select, officer {oficial} subject {sujeto} witness {testigo} other {{role}}})',
  unknownPerson: 'una persona desconocida',
  reportBy: '{report} de {author}',
  reportWithoutAuthor: '{report}, sin autor indicado',
  interventionMethod: '{kind} · {method, select, both {verbal y física} verbal {verbal} physical {física} other {sin determinar}}',
  resistanceLevel: '{kind} · {level, select, passive {pasiva} active {activa} assaultive {agresiva} other {sin determinar}}',
  shareUnder: 'menos de {share}',
  cameraState: 'Cámara {state, select, muted {sin sonido} covered {tapada} off {apagada} other {{state}}}'
}
