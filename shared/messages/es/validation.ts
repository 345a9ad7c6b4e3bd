import type { validation as english } from '../en/validation'
import type { InOtherWords } from '../inOtherWords'

export const validation: InOtherWords<typeof english> = {
  empty: 'no puede quedar vacío',
  tooLong: 'puede tener como máximo {count} caracteres',
  controlCharacters: 'no puede contener caracteres de control',
  timeZone: 'debe ser una zona horaria de IANA, p. ej. America/New_York',
  codebookId: 'un id del libro de códigos',
  sha256: 'un SHA-256 en hexadecimal con minúsculas',
  eachStatementOnce: 'Cada declaración una sola vez.',
  invalidInput: 'Valor no válido',
  expected: 'Valor no válido: se esperaba {expected}, se recibió {received}',
  expectedOne: 'Valor no válido: se esperaba {expected}',
  option: 'Opción no válida: se esperaba una de {options}',
  tooBig: 'Demasiado grande: se esperaba que {kind} fuera {limit}',
  tooMany: 'Demasiado grande: se esperaba que {kind} tuviera {limit}',
  tooSmall: 'Demasiado pequeño: se esperaba que {kind} fuera {limit}',
  tooFew: 'Demasiado pequeño: se esperaba que {kind} tuviera {limit}',
  pattern: 'Texto no válido: debe coincidir con el patrón {pattern}',
  multiple: 'Número no válido: debe ser múltiplo de {divisor}',
  isoDatetime: 'Fecha y hora ISO no válidas',
  isoDate: 'Fecha ISO no válida',
  uuid: 'UUID no válido',
  unknownKey: 'Clave desconocida: {key}',
  unknownKeys: 'Claves desconocidas: {keys}'
}
