import { afterEach, expect, it } from 'vitest'
import { codebookIn } from '#shared/domain/codebookIn'
import { sayLabel } from '#shared/domain/sayLabel'
import { setCurrentLocale } from '#shared/messages/locale'
import { shippedCodebook } from '#shared/model/codebook'

const spanish = codebookIn(shippedCodebook, 'es')
afterEach(() => setCurrentLocale('en'))

it.each([
  ['Tag Strike · head ×3 at 00:00:10.000', 'Etiquetar Golpe · cabeza ×3 en 00:00:10.000'],
  ['Undo: Withdraw Camera muted at 00:01:40.000', 'Deshacer: Retirar Cámara sin sonido en 00:01:40.000'],
  ['Change Intervention · verbal at 00:01:30.000', 'Cambiar Intervención · verbal en 00:01:30.000'],
  ['Tag Resistance · active at 00:01:35.000', 'Etiquetar Resistencia · activa en 00:01:35.000'],
  ['Tag Hexing · elbow ×2 at 00:00:10.000', 'Etiquetar Hexing · elbow ×2 en 00:00:10.000'],
  ['Link force to “I hit him”: contradicts', 'Vincular Fuerza con “I hit him”: contradice'],
  ['not-in-report: material', 'No está en el reporte: sustancial'],
  ['Load footage Strike.mp4', 'Cargar la grabación Strike.mp4']
])('says “%s” with the terms of the codebook', (sealed, said) => {
  setCurrentLocale('es')
  expect(sayLabel(sealed, shippedCodebook, spanish)).toBe(said)
})

it('leaves what was sealed in English as it was, but for ids', () => {
  expect(sayLabel('Tag Strike · head ×3 at 00:00:10.000', shippedCodebook, shippedCodebook)).toBe('Tag Strike · head ×3 at 00:00:10.000')
  expect(sayLabel('Enter difference: not-in-report', shippedCodebook, shippedCodebook)).toBe('Enter difference: Not in report')
})
