import type { damage as english } from '../en/damage'
import type { InOtherWords } from '../inOtherWords'

export const damage: InOtherWords<typeof english> = {
  noPicture: 'sin imagen durante {seconds} s',
  lengthsApart: 'El archivo dice que dura {said} s; sus imágenes terminan a los {found} s.',
  corrupt: 'una parte del archivo está marcada como dañada',
  framesMissing: 'El archivo anuncia {count, number} cuadros; los últimos {missing, number} no están en él.',
  notDecoded: '{count, plural, one {no se pudo decodificar # cuadro} other {no se pudieron decodificar # cuadros}}',
  fromTo: '{from} a {to}: {what}',
  fromOn: 'desde {from}: {what}'
}
