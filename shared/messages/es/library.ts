import type { library as english } from '../en/library'
import type { InOtherWords } from '../inOtherWords'

export const library: InOtherWords<typeof english> = {
  title: 'Casos',
  filesNotIntact: '{count, plural, one {# archivo no intacto} other {# archivos no intactos}}'
}
