import type { Token } from 'rtf-stream-parser/dist/src/tokenize'
import { textOfRow } from './docxText'
import { createFont, decodeRtf, decodeRtfCharacter, type RtfFont } from './rtfFonts'
import { footerGroups, headerGroups, shownStarredGroups, signOfWord, unshownGroups } from './rtfWords'

const [groupStart, groupEnd, control] = [0, 1, 2]
const maxDepth = 10_000
/** What a check box of a form says where it was never touched; its default then holds. */
const untouched = 25

/** A stream of words that is given apart from others: the body, a header, a footnote. */
type Flow = { kind: 'body' | 'header' | 'footer' | 'note'; text: string[]; cells: string[]; cellStart: number }
type FormBox = { isBox: boolean; result: number; byDefault: number }
type Group = {
  flow: Flow
  isShown: boolean
  isFontTable: boolean
  isFormField: boolean
  isHidden: boolean
  isDeleted: boolean
  isInTable: boolean
  fallbackLength: number
  fontId: number | null
}

/** What an RTF says: its words, and what of it is none. */
export interface RtfReading {
  text: string
  pictureCount: number
  objectCount: number
  commentCount: number
  hasDeleted: boolean
  hasHidden: boolean
  hasGuessedLetters: boolean
}

const createFlow = (kind: Flow['kind']): Flow => ({ kind, text: [], cells: [], cellStart: 0 })

/** Cells of a row that never ends are words all the same. */
function closeRow(flow: Flow): void {
  if (flow.cells.length > 0) flow.text.splice(flow.cellStart, 0, `${textOfRow(flow.cells.splice(0))}\n`)
}

/** Reads the tokens of an RTF one after the other; `read` takes the next, `end` gives what they came to. */
export function createRtfReader(): { read: (token: Token) => void; end: () => RtfReading } {
  const body = createFlow('body')
  const flows: Flow[] = [body]
  const fonts = new Map<number, RtfFont>()
  const found = { pictureCount: 0, objectCount: 0, commentCount: 0, hasDeleted: false, hasHidden: false, hasGuessedLetters: false }
  const groups: Group[] = []
  let group: Group = {
    flow: body,
    isShown: true,
    isFontTable: false,
    isFormField: false,
    isHidden: false,
    isDeleted: false,
    isInTable: false,
    fallbackLength: 1,
    fontId: null
  }
  let bytes: Buffer[] = []
  let formBox: FormBox = { isBox: false, result: untouched, byDefault: 0 }
  let codePage = 1252
  let defaultFontId: number | null = null
  let toSkip = 0
  let opening: 'no' | 'opened' | 'starred' = 'no'
  let noteCount = 0

  const fontOf = (): RtfFont | undefined => fonts.get(group.fontId ?? defaultFontId ?? -1)
  function write(text: string): void {
    if (!group.isShown) return
    if (group.isDeleted) found.hasDeleted = true
    else if (group.isHidden) found.hasHidden ||= text.trim() !== ''
    else group.flow.text.push(text)
  }
  function writeBytes(): void {
    if (bytes.length === 0) return
    const all = Buffer.concat(bytes)
    bytes = []
    if (group.isFontTable) {
      const font = fontOf()
      if (font !== undefined) font.name = (font.name + all.toString('latin1')).replace(/;.*$/su, '').trim()
    } else if (group.isShown) {
      const { text, isKnown } = decodeRtf(all, fontOf(), codePage)
      found.hasGuessedLetters ||= !isKnown
      write(text)
    }
  }

  /** Gives the cells of the row that ends here as one line, or below each other where one has several lines. */
  function endRow(): void {
    const { flow } = group
    if (flow.cells.length > 0) flow.text.push(`${textOfRow(flow.cells.splice(0))}\n`)
    flow.cellStart = flow.text.length
  }
  function endCell(): void {
    const { flow } = group
    flow.cells.push(flow.text.splice(flow.cellStart).join('').trim())
  }
  function endParagraph(): void {
    write('\n')
    if (group.isInTable) return
    closeRow(group.flow)
    group.flow.cellStart = group.flow.text.length
  }
  function enterFlow(kind: Flow['kind']): void {
    if (!group.isShown) return
    const flow = createFlow(kind)
    flows.push(flow)
    group.flow = flow
    group.isInTable = false
  }

  /** The first word of a group says what the group is. */
  function open(word: string, isStarred: boolean): void {
    if (word === 'fonttbl') group.isFontTable = true
    if (word === 'pict' && group.isShown) found.pictureCount++
    if (word === 'object' && group.isShown) found.objectCount++
    if (word === 'formfield') {
      group.isFormField = true
      formBox = { isBox: false, result: untouched, byDefault: 0 }
    }
    if (headerGroups.has(word)) enterFlow('header')
    else if (footerGroups.has(word)) enterFlow('footer')
    else if (word === 'footnote') {
      write(`[${++noteCount}]`)
      enterFlow('note')
      write(`[${noteCount}] `)
    } else if (word === 'annotation') {
      if (group.isShown) found.commentCount++
      group.isShown = false
    }
    const isUnshown = unshownGroups.has(word) || word === 'fonttbl' || word === 'fldinst' || word === 'formfield'
    if (isUnshown || (isStarred && !shownStarredGroups.has(word))) group.isShown = false
  }

  function closeGroup(): void {
    const closed = group
    group = groups.pop() ?? group
    if (!closed.isFormField || group.isFormField || !formBox.isBox) return
    const shown = groups.findLast((one) => one.isShown)
    const value = formBox.result === untouched ? formBox.byDefault : formBox.result
    shown?.flow.text.push(value === 1 ? '☒' : '☐')
  }

  function readFormWord(word: string, param: number): void {
    if (word === 'fftype') formBox.isBox = param === 1
    else if (word === 'ffres') formBox.result = param
    else if (word === 'ffdefres') formBox.byDefault = param
  }

  function readUnit(param: number): void {
    const unit = param < 0 ? param + 0x10000 : param
    if (unit >= 0 && unit <= 0xffff) write(decodeRtfCharacter(unit, fontOf()))
    else if (unit <= 0x10ffff && unit > 0) write(String.fromCodePoint(unit))
    toSkip = group.fallbackLength
  }

  function readFontWord(word: string, param: number): boolean {
    if (word === 'f') {
      group.fontId = param
      if (group.isFontTable && !fonts.has(param)) fonts.set(param, createFont(0))
      return true
    }
    if (!group.isFontTable || (word !== 'fcharset' && word !== 'cpg')) return false
    const font = fontOf()
    if (font !== undefined) Object.assign(font, word === 'cpg' ? { codePage: param } : { ...createFont(param), name: font.name })
    return true
  }

  function readWord(word: string, param: number | undefined): void {
    if (readFontWord(word, param ?? 0)) return
    if (group.isFormField) readFormWord(word, param ?? 0)
    const sign = signOfWord.get(word)
    if (sign !== undefined) return write(sign)
    switch (word) {
      case 'u':
        return readUnit(param ?? 0)
      case 'uc':
        group.fallbackLength = Math.max(0, Math.min(param ?? 1, 100))
        return
      case 'ansicpg':
        codePage = param ?? 1252
        return
      case 'mac':
        codePage = 10000
        return
      case 'pc':
        codePage = 437
        return
      case 'pca':
        codePage = 850
        return
      case 'deff':
        defaultFontId = param ?? null
        return
      case 'plain':
        group.fontId = null
        group.isHidden = false
        group.isDeleted = false
        return
      case 'v':
        group.isHidden = param !== 0
        return
      case 'deleted':
        group.isDeleted = param !== 0
        return
      case 'pard':
        group.isInTable = false
        return
      case 'intbl':
        group.isInTable = true
        return
      case 'par':
        return endParagraph()
      case 'cell':
        if (group.isShown) endCell()
        return
      case 'row':
        if (group.isShown) endRow()
        return
    }
  }

  function read(token: Token): void {
    const type: number = token.type
    if (type === groupStart || type === groupEnd) {
      writeBytes()
      toSkip = 0
      opening = type === groupStart ? 'opened' : 'no'
      if (type === groupEnd) closeGroup()
      else if (groups.length >= maxDepth) throw new Error('Its groups are nested too deep.')
      else {
        groups.push(group)
        group = { ...group }
      }
      return
    }
    if (type === control && token.word !== "'") {
      writeBytes()
      const word = token.word ?? ''
      if (toSkip > 0) toSkip--
      else if (word === '*' && opening === 'opened') {
        opening = 'starred'
        return
      } else {
        if (opening !== 'no') open(word, opening === 'starred')
        readWord(word, token.param)
      }
      opening = 'no'
      return
    }
    opening = 'no'
    const data = token.data ?? Buffer.alloc(0)
    const skipped = Math.min(toSkip, data.length)
    toSkip -= skipped
    if (skipped < data.length && (group.isShown || group.isFontTable)) bytes.push(data.subarray(skipped))
  }

  function end(): RtfReading {
    writeBytes()
    flows.forEach(closeRow)
    const textOf = (kind: Flow['kind']): string[] => [
      ...new Set(flows.filter((flow) => flow.kind === kind).map((flow) => flow.text.join('').trim()))
    ]
    const margin = (label: string, texts: string[]): string[] =>
      texts.filter((text) => text !== '').map((text) => `[${label}] ${text.replaceAll(/\n+/gu, '\n')}`)
    const blocks = [
      ...margin('Header', textOf('header')),
      ...textOf('body'),
      ...textOf('note').filter((text) => !/^\[\d+\]$/u.test(text)),
      ...margin('Footer', textOf('footer'))
    ]
    return { ...found, text: blocks.filter((block) => block !== '').join('\n\n') }
  }

  return { read, end }
}
