import type { steps as english } from '../en/steps'
import type { InOtherWords } from '../inOtherWords'

export const steps: InOtherWords<typeof english> = {
  waiting: 'En espera',
  paused: 'En pausa',
  clipOf: 'Clip de {fileName}, de {start} a {end}',
  stillOf: 'Imagen fija de {fileName} en {time}',
  findingsSummary: 'Resumen de hallazgos ({format})',
  demonstrationCase: 'Caso de demostración',
  hashing: 'Calculando el hash',
  hashingSource: 'Calculando de nuevo el hash del original',
  hashingWritten: 'Calculando el hash de lo escrito',
  readingRange: 'Leyendo el intervalo',
  writingClip: 'Escribiendo el clip',
  writing: 'Escribiendo',
  takingStills: 'Tomando imágenes fijas',
  readingSound: 'Leyendo el sonido',
  listening: 'Escuchando {camera}',
  comparing: 'Comparando',
  makingCopy: 'Haciendo una copia reproducible',
  comparingFrames: 'Comparando los cuadros',
  readingContainer: 'Leyendo el contenedor',
  readingFrames: 'Leyendo los cuadros',
  recording: 'Registrando',
  makingFilmstrip: 'Haciendo la tira de imágenes',
  drawingFootage: 'Dibujando la grabación',
  loadingFootage: 'Cargando la grabación',
  loadingReports: 'Cargando los reportes',
  tagging: 'Etiquetando',
  readingText: 'Leyendo el texto',
  readingScans: 'Leyendo páginas escaneadas: {read} de {count}'
}
