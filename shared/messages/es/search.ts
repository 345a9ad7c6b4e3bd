import type { search as english } from '../en/search'
import type { InOtherWords } from '../inOtherWords'

export const search: InOtherWords<typeof english> = {
  title: 'Buscar en todos los casos',
  label: 'Buscar en todos los casos',
  placeholder: 'Personas, lugares, números de incidente, etiquetas, notas, texto de reportes…',
  clear: 'Borrar la búsqueda',
  searching: 'Buscando…',
  found: '{count, plural, one {# lugar} other {# lugares}} en {cases, plural, one {# caso} other {# casos}}',
  foundCut: 'Los {count, number} lugares más cercanos, en {cases, plural, one {# caso} other {# casos}}. Más palabras reducen la lista.',
  nothing: 'No se encontró nada',
  nothingHint: 'Nada en ningún caso contiene todas estas palabras, ni palabras que empiecen así. No se busca en registros retirados.',
  nothingInFiltered: 'Nada en los casos que dejan los filtros contiene todas estas palabras.',
  more: '{count, plural, one {# lugar más} other {# lugares más}} en este caso',
  keys: 'Flechas para elegir, Intro para abrir',
  again: 'Intentar de nuevo',
  failedToOpen: 'No se pudo abrir el caso a tiempo. Intente de nuevo.',
  foundCase: 'Caso',
  foundPerson: 'Persona',
  foundFootage: 'Grabación',
  foundTag: 'Etiqueta',
  foundReport: 'Reporte',
  foundReportText: 'Texto de reporte',
  foundStatement: 'Declaración',
  foundLink: 'Nota de un enlace',
  foundAbsence: 'Nota de una comparación',
  foundEnteredDifference: 'Diferencia, ingresada',
  foundDisposition: 'Motivo de una resolución'
}
