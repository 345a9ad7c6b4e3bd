import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { english } from '#shared/messages/english'
import { setCurrentLocale } from '#shared/messages/locale'
import { formatOf, type MessageArea } from '#shared/messages/messagesOf'
import { readBack, saidAgain } from '#shared/messages/readBack'

afterEach(() => setCurrentLocale('en'))

const areas = [
  'alignments',
  'clipWarnings',
  'damage',
  'steps',
  'labels',
  'limits',
  'pageLists',
  'readings',
  'verdicts'
] as const satisfies MessageArea[]
// Names as files and people have them, without the words of a message.
const name = fc.string({ unit: fc.constantFrom('a', 'b', '7', '.', '_', 'Ñ', '“'), minLength: 1, maxLength: 8 })

function argumentsOf(elements: readonly MessageFormatElement[]): Record<string, fc.Arbitrary<string | number>> {
  const found: Record<string, fc.Arbitrary<string | number>> = {}
  for (const element of elements) {
    if (element.type === TYPE.argument) found[element.value] = name
    else if (element.type === TYPE.number || element.type === TYPE.plural) found[element.value] = fc.nat(2_000_000)
    else if (element.type === TYPE.select)
      found[element.value] = fc.constantFrom(...Object.keys(element.options).filter((key) => key !== 'other'))
  }
  return found
}

describe('readBack', () => {
  it.each(areas.flatMap((area) => Object.entries(english[area]).map(([key, text]) => [area, key, text] as const)))(
    'finds %s.%s and its arguments again',
    (area, key, text) =>
      fc.assert(
        fc.property(fc.record(argumentsOf(parse(text, { ignoreTag: true }))), (args) => {
          const sentence = String(formatOf(area, key, 'en').format(args))
          const found = readBack(area, sentence)
          expect(found).toEqual({ area, key, args })
        }),
        { numRuns: 20 }
      )
  )

  it('is null for what no message reads like', () => expect(readBack('labels', 'Something of tomorrow')).toBeNull())
})

describe('saidAgain', () => {
  it.each([
    ['labels', 'Tag force: taser at 00:03:27.3', 'Etiquetar force: taser en 00:03:27.3'],
    ['labels', 'Undo: Withdraw officer Ana Ruiz', 'Deshacer: Retirar oficial Ana Ruiz'],
    [
      'labels',
      'Verify report r.pdf, as scheduled: intact, SHA-256 ab',
      'Verificar el reporte r.pdf, según lo programado: intacto, SHA-256 ab'
    ],
    ['labels', 'Load footage salt and pepper to go.mp4', 'Cargar la grabación salt and pepper to go.mp4'],
    ['labels', 'Passage “a” is now “b”; 2 statements read anew', 'El pasaje “a” ahora es “b”; 2 declaraciones leídas de nuevo'],
    [
      'labels',
      'Align Unit 7 rear.mp4 by sound: 7 of 8 windows agree, high confidence; drift +12.3 ppm (44 ms in an hour); moved by hand by −40 ms',
      'Alinear Unit 7 rear.mp4 por sonido: 7 de 8 ventanas coinciden, confianza alta; deriva +12.3 ppm (44 ms por hora); ajuste a mano de −40 ms'
    ],
    [
      'alignments',
      '9 of 9 windows agree within 0.4 ms; 2 more had too little in common to tell. The clocks run apart by −3.0 ppm (11 ms in an hour).',
      '9 de 9 ventanas coinciden con un margen de 0.4 ms; otras 2 tenían muy poco en común para saberlo. Los relojes se separan −3.0 ppm (11 ms por hora).'
    ],
    ['steps', 'Clip of a.mp4, 00:01 to 00:02', 'Clip de a.mp4, de 00:01 a 00:02'],
    ['readings', 'It has 1 comment in the margin, left out of the text.', 'Tiene 1 comentario en el margen, omitido del texto.'],
    [
      'readings',
      'Pages 3, 5 and 7 to 9 hold no text that can be read: they may be pictures, or blank.',
      'Las páginas 3, 5 y 7 a 9 no contienen texto que se pueda leer: pueden ser imágenes, o estar en blanco.'
    ],
    ['validation', 'must be at most 200 characters', 'puede tener como máximo 200 caracteres'],
    ['labels', 'Something of tomorrow', 'Something of tomorrow']
  ] as const)('says of %s “%s” in Spanish', (area, sentence, expected) => {
    expect(saidAgain(area, sentence)).toBe(sentence)
    setCurrentLocale('es')
    expect(saidAgain(area, sentence)).toBe(expected)
  })
})
