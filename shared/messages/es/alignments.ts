import type { alignments as english } from '../en/alignments'
import type { InOtherWords } from '../inOtherWords'

export const alignments: InOtherWords<typeof english> = {
  bySound: 'por sonido: {how}',
  byHand: 'a mano: {how}',
  oneMoment: 'un momento coincidente',
  twoMoments: 'dos momentos coincidentes',
  windows:
    '{agreeing, number} de {total, number} ventanas coinciden, {confidence, select, high {confianza alta} medium {confianza media} low {confianza baja} other {confianza desconocida}}',
  drifting: '{how}; deriva {ppm} ppm ({milliseconds} ms por hora)',
  moved: '{how}; ajuste a mano de {time}',
  noMatchSilent: 'No se encontró coincidencia: {camera} no tiene sonido.',
  noMatchHere: 'No se encontró coincidencia: esta cámara no grabó sonido.',
  noMatchThere: 'No se encontró coincidencia: la otra cámara no grabó sonido.',
  noMatchUnlike: 'No se encontró coincidencia: nada se parece en el sonido de las dos grabaciones.',
  noMatchRepeats:
    'No se encontró coincidencia: el sonido se repite y varios lugares encajan casi igual de bien. Empareje dos momentos a mano.',
  noMatchApart:
    'No se encontró coincidencia: de {count, number} ventanas de sonido, {agreeing, number} indican el mismo lugar; se necesitan al menos {least, number}.',
  match: '{agreeing, number} de {total, number} ventanas coinciden con un margen de {spread} ms.',
  matchUnclear:
    '{agreeing, number} de {total, number} ventanas coinciden con un margen de {spread} ms; otras {unclear, number} tenían muy poco en común para saberlo.',
  runApart: '{match} Los relojes se separan {ppm} ppm ({milliseconds} ms por hora).'
}
