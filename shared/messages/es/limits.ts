import type { limits as english } from '../en/limits'
import type { InOtherWords } from '../inOtherWords'

export const limits: InOtherWords<typeof english> = {
  noFfprobe:
    'No se encontró ffprobe: de las grabaciones nuevas, solo se pueden cargar MP4, MOV, MKV, WebM y MPEG-TS, y no todos los archivos de estos; lo que no se puede leer correctamente se rechaza. No se buscan daños dentro de un archivo.',
  noFfmpeg:
    'No se encontró ffmpeg: no hay copias reproducibles de las grabaciones que esta ventana no puede reproducir, ni grabación de demostración.',
  noStills: 'El resumen de hallazgos no contiene imágenes fijas: requieren ffmpeg y ffprobe.',
  oldBuild: 'El ffmpeg en uso es la versión antigua de npm. Instale ffmpeg, o indique uno en FFMPEG_BIN, para formatos más nuevos.',
  codebookRefused:
    'El libro de códigos de la carpeta de datos ({fileName}) no se usa: {why}. En su lugar se usa el que viene con la aplicación. Corrija el archivo, o quítelo, e inicie de nuevo.',
  codebookTooLarge: 'tiene más de {megabytes} MB',
  codebookNoJson: 'no es JSON',
  codebookUnreadable: 'no se puede leer ({words})'
}
