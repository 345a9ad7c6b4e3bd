import { recodeSymbolFontText } from 'rtf-stream-parser/dist/src/decode.js'
import { decodeNamed } from './decodeText'

/** A font of an RTF's table: the code page that its bytes are in, where it says so, and the name it is known by. */
export interface RtfFont {
  codePage: number | null
  name: string
  isSymbol: boolean
}

/** What `\fcharset` says as a code page (RTF 1.9.1, "Font Table"). */
const pageByCharset: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250]
])
const symbolCharset = 2

/** The encodings that are not called `windows-` and the number of their code page. */
const nameByPage: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [28592, 'iso-8859-2'],
  [28595, 'iso-8859-5'],
  [54936, 'gb18030'],
  [65001, 'utf-8']
])
const symbolFonts = /^(?:Wingdings|Wingdings 2|Wingdings 3|Webdings|Symbol)$/u

/** A font with no more said of it than its charset. */
export const createFont = (charset: number): RtfFont => ({
  codePage: pageByCharset.get(charset) ?? null,
  name: '',
  isSymbol: charset === symbolCharset
})

/** Signs of a picture font as the signs they show; a sign that no other font has reads as a bullet. */
function decodeSymbols(codes: string, name: string): string {
  if (!symbolFonts.test(name)) return codes
  const signs = recodeSymbolFontText(codes, name, 'keep') ?? codes
  return signs.replace(/[◻□]/gu, '☐').replace(/[\u0080-\u009F\uE000-\uF8FF]/gu, '•')
}

/**
 * Text that bytes stand for in a font of a document whose own code page is `documentPage`. `isKnown` is false where no decoder knows
 * the code page, so that letters beyond ASCII are guessed.
 */
export function decodeRtf(bytes: Buffer, font: RtfFont | undefined, documentPage: number): { text: string; isKnown: boolean } {
  if (font?.isSymbol || symbolFonts.test(font?.name ?? '')) {
    return { text: decodeSymbols(bytes.toString('latin1'), font?.name ?? ''), isKnown: true }
  }
  const page = (font?.codePage ?? documentPage) || 1252
  const decoded = decodeNamed(bytes, nameByPage.get(page) ?? `windows-${page}`)
  const isPlain = bytes.every((byte) => byte < 0x80)
  return decoded === null ? { text: decodeNamed(bytes, 'windows-1252') ?? '', isKnown: isPlain } : { text: decoded, isKnown: true }
}

/** A character given by its number, which in a picture font may lie in the private area. */
export function decodeRtfCharacter(unit: number, font: RtfFont | undefined): string {
  const isSign = (font?.isSymbol || symbolFonts.test(font?.name ?? '')) && unit >= 0xf000 && unit <= 0xf0ff
  return isSign ? decodeSymbols(String.fromCharCode(unit - 0xf000), font?.name ?? '') : String.fromCharCode(unit)
}
