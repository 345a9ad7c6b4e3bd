import type { verdicts as english } from '../en/verdicts'
import type { InOtherWords } from '../inOtherWords'

export const verdicts: InOtherWords<typeof english> = {
  entriesMissing: 'Faltan las entradas {first} a {last}.',
  notFollowing: 'No sigue a la entrada anterior.',
  notAsSealed: 'Su contenido no es el que se selló.',
  recordDiffers: 'El registro {record} no es lo que dice el libro de registro.',
  recordMissing: 'Falta el registro {record}.'
}
