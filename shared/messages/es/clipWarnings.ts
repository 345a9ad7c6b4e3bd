import type { clipWarnings as english } from '../en/clipWarnings'
import type { InOtherWords } from '../inOtherWords'

export const clipWarnings: InOtherWords<typeof english> = {
  beginsLate: 'No hay ningún cuadro clave antes del intervalo: el clip empieza {seconds} s tarde.',
  soundAnew: 'El sonido ({codecs}) se codifica de nuevo como AAC: MP4 no lo admite tal como es.',
  noKeyframe:
    'En este intervalo no hay ningún cuadro clave en el que pueda empezar una copia. Todas las imágenes se codifican de nuevo sin pérdida, lo que produce un archivo grande.',
  notH264:
    'Solo H.264 se puede unir con partes copiadas y codificadas, y esta grabación es {codec}. Todas las imágenes se codifican de nuevo sin pérdida, lo que produce un archivo grande.',
  coloursConverted: 'Hay que convertir sus colores ({pixelFormat}): las imágenes son muy parecidas, no iguales bit por bit.',
  allLossless:
    'Las imágenes son H.264 sin pérdida (High 4:4:4 Predictive). Esta aplicación, Chromium y ffmpeg lo reproducen; otros reproductores quizá no.',
  edgesLossless:
    '{edges, select, one {{seconds} s en un borde son} several {{seconds} s en los bordes son} other {{seconds} s en los bordes son}} H.264 sin pérdida (High 4:4:4 Predictive). Esta aplicación, Chromium y ffmpeg lo reproducen; otros reproductores quizá no.',
  allAnew: 'Cada imagen se codifica de nuevo, un poco menos fina que en el origen. La banda queda debajo de la imagen y no tapa nada.'
}
