import type { tour as english } from '../en/tour'
import type { InOtherWords } from '../inOtherWords'

export const tour: InOtherWords<typeof english> = {
  step: '{n, number} de {count, number}',
  next: 'Siguiente',
  back: 'Atrás',
  skip: 'Omitir el recorrido',
  done: 'Listo',
  footageTitle: 'La grabación y su línea de tiempo',
  footageText:
    'Reproduzca, pause o vaya cuadro por cuadro con estas teclas. La línea de tiempo muestra lo etiquetado, lo que ya vio y dónde falta cámara.',
  tagsTitle: 'Una tecla etiqueta un momento',
  tagsText:
    'Presione esta tecla donde empieza la fuerza, y otra vez donde termina. Cada tipo de etiqueta tiene su tecla; la grabación sigue.',
  accountsTitle: 'Los dos relatos, lado a lado',
  accountsText:
    'A la izquierda lo que muestra la grabación, a la derecha lo que declara un reporte, y una línea por cada enlace. Lo que no tiene línea resalta.',
  differencesTitle: 'Diferencias, para que una persona las juzgue',
  differencesText:
    'Donde los relatos difieren se muestran ambas pruebas en grande, con la regla en palabras sencillas. Usted escribe la resolución y su motivo.',
  matrixTitle: 'Cada evento junto a cada relato',
  matrixText: 'La matriz tiene una línea por evento y una columna por relato: quién lo menciona, quién no y quién dice otra cosa.',
  noDemonstration: 'Abra primero el caso de demostración; el recorrido señala cosas en él.'
}
