import type { readings as english } from '../en/readings'
import type { InOtherWords } from '../inOtherWords'

export const readings: InOtherWords<typeof english> = {
  pictures: 'Contiene {count, plural, one {# imagen} other {# imágenes}}: las palabras dentro de una imagen no se leen.',
  chart: 'Contiene un gráfico o diagrama cuyas palabras no se leen.',
  embedded: 'Lleva otro archivo incrustado cuyas palabras no se leen.',
  formula: 'Contiene una fórmula, que se da en una línea, sin su disposición.',
  trackedChanges: 'Tiene control de cambios: las palabras eliminadas o movidas se omiten.',
  comments: 'Tiene {count, plural, one {# comentario en el margen, omitido} other {# comentarios en el margen, omitidos}} del texto.',
  hidden: 'Tiene palabras ocultas en la página, omitidas del texto.',
  guessedLetters: 'Está escrito en una página de códigos desconocida: algunas letras pueden ser incorrectas.',
  notOpened: 'Muestra imágenes u otros archivos, que no se abren: sus palabras no se leen.',
  unknownParts: 'Algunas palabras no se pudieron leer: están en partes de un tipo desconocido ({names}).',
  signs: 'Algunos signos de una fuente especial no se pudieron leer.',
  attachedMessage: 'Lleva adjunto un mensaje que no se abrió: cárguelo por separado si corresponde al caso.',
  attachedType: 'Lleva adjunto un archivo ({type}) que no se abrió: cárguelo por separado si corresponde al caso.',
  attachedFile: 'Lleva adjunto el archivo “{fileName}”, que no se abrió: cárguelo por separado si corresponde al caso.',
  pageRecognised: 'La página {pages} se leyó por reconocimiento óptico de caracteres: compruébela con la página.',
  pagesRecognised: 'Las páginas {pages} se leyeron por reconocimiento óptico de caracteres: compruébelas con las páginas.',
  pageDoubtful:
    'La página {pages} se leyó por reconocimiento óptico de caracteres y es difícil de leer: es probable que haya palabras incorrectas. Compruébela con la página.',
  pagesDoubtful:
    'Las páginas {pages} se leyeron por reconocimiento óptico de caracteres y son difíciles de leer: es probable que haya palabras incorrectas. Compruébelas con las páginas.',
  pageWithoutText: 'La página {pages} no contiene texto que se pueda leer: puede ser una imagen, o estar en blanco.',
  pagesWithoutText: 'Las páginas {pages} no contienen texto que se pueda leer: pueden ser imágenes, o estar en blanco.',
  pageNotRead: 'La página {pages} es un escaneo que no se leyó: el archivo contiene demasiados.',
  pagesNotRead: 'Las páginas {pages} son escaneos que no se leyeron: el archivo contiene demasiados.'
}
