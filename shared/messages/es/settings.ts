import type { settings as english } from '../en/settings'
import type { InOtherWords } from '../inOtherWords'

export const settings: InOtherWords<typeof english> = {
  title: 'Configuración',
  back: 'Volver a {incident}',
  appearance: 'Idioma y apariencia',
  language: 'Idioma',
  system: 'Como el sistema',
  theme: 'Tema',
  dark: 'Oscuro',
  light: 'Claro',
  blur: 'Difuminar la grabación gráfica hasta que se pida verla',
  blurHint: 'Un caso o una grabación marcados como gráficos se abren difuminados; una tecla los muestra.',
  tour: 'Recorrido',
  tourHint: 'Cinco cosas de la mesa de trabajo, en el caso de demostración.',
  takeTour: 'Hacer el recorrido',
  keys: 'Teclas',
  keysHint: 'Elija la tecla de un comando con Cambiar y presione la tecla nueva. Escape la deja como está.',
  find: 'Buscar un comando o una tecla',
  nothingFound: 'Ningún comando tiene ese nombre o esa tecla.',
  resetAll: 'Restablecer todas las teclas',
  resetAllAsk: '¿Devolver a cada comando su propia tecla?',
  resetAllText: '{count, plural, one {# comando tiene una tecla que usted eligió.} other {# comandos tienen teclas que usted eligió.}}',
  change: 'Cambiar',
  changeKey: 'Cambiar la tecla: {command}',
  removeKey: 'Quitar la tecla: {command}',
  resetKey: 'Restablecer: {command}',
  keep: 'Dejar como estaba',
  press: 'Presione la tecla nueva',
  noKey: 'sin tecla',
  isChosen: 'cambiada',
  conflict: '{key} ya significa “{others}” en la misma pantalla.',
  conflictHint: 'Si se usa aquí, se quita de allí.',
  takeKey: 'Usarla aquí',
  windowsOwn: '{key} pertenece a la ventana. Presione otra tecla.',
  scope:
    '{scope, select, app {en todas partes} case {en un caso} workbench {mesa de trabajo} differences {diferencias} matrix {matriz} people {personas} setup {archivos} codebook {libro de códigos} activity {actividad} other {}}'
}
