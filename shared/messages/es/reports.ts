import type { reports as english } from '../en/reports'
import type { InOtherWords } from '../inOtherWords'

export const reports: InOtherWords<typeof english> = {
  onFootage: 'En la grabación',
  noTags: 'Aún no hay momentos etiquetados',
  noTagsHint: 'Reproduzca la grabación y presione una tecla en un momento; cada etiqueta aparece aquí.',
  keyForce: 'fuerza',
  keyWarning: 'advertencia',
  keyFailure: 'falta de intervención',
  noneListed: 'Ningún evento corresponde a este filtro',
  showAll: 'Mostrar todos los eventos',
  eventTools: 'Qué eventos se listan',
  eventFilter: 'Listar',
  filterAll: 'Todos los eventos',
  filterUnlinked: 'Sin vincular',
  filterDifferences: 'Con diferencias',
  filterSpoken: '{filter, select, all {Todos los eventos} unlinked {Eventos sin vincular} other {Eventos con diferencias}}',
  listedOf: '{listed, number} de {all, number}',
  grouping:
    '{grouping, select, each {Cada evento por separado} bursts {Las ráfagas de eventos están plegadas} other {Los eventos de un minuto están plegados}}',
  events: '{count, plural, one {# evento} other {# eventos}}',
  signContradicts: '{count, number} en contradicción',
  signDiffers: '{count, number} con diferencia',
  signNotMentioned: '{count, plural, one {# no mencionado} other {# no mencionados}}',
  signUnlinked: '{count, plural, one {# sin comparar} other {# sin comparar}}',
  signStatement: '{count, plural, one {# declaración} other {# declaraciones}} sin evento',
  far: '{count, number} más',
  farEvents:
    '{count, number} más: {count, plural, one {evento vinculado} other {eventos vinculados}} {edge, select, above {arriba} other {abajo}}, ir al más cercano',
  farPassages:
    '{count, number} más: {count, plural, one {pasaje vinculado} other {pasajes vinculados}} {edge, select, above {arriba} other {abajo}}, ir al más cercano',
  eventAt:
    'Evento {n, number} de {all, number}: {label}, {time}. {state, select, linked {{links, plural, one {# vínculo} other {# vínculos}}} absent {No mencionado en este reporte} other {Sin comparar}}',
  passageAt: 'Pasaje: {words}. {look}',
  noSuchEvent: 'No hay tal evento.',
  noLinkToFollow: 'El evento seleccionado no está vinculado a este reporte.',
  noLinkBack: 'El pasaje seleccionado no está vinculado a ningún evento.'
}
