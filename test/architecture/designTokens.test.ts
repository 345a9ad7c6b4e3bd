import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './sourceFiles'

const styleFiles = readdirSync(path.join(projectRoot, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css') && !name.endsWith('tokens.css'))
  .map((name) => path.posix.join('renderer', ...name.split(path.sep)))
  .sort()

/** A hairline and the breadth of a ring are not sizes of the design. */
const thinnestPx = 2
const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch)a?\(/gi
const pixels = /(?<![\w-])-?(\d+(?:\.\d+)?)px/g

/** The declarations of a style file; conditions of the window (@media) aside, where tokens cannot stand. */
function declarationsOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:media|container)[^{]*/g, '')
}

const coloursIn = (text: string) => declarationsOf(text).match(colour) ?? []
const sizesIn = (text: string) =>
  [...declarationsOf(text).matchAll(pixels)].filter(([, size]) => Number(size) > thinnestPx).map(([whole]) => whole)

describe('what is looked for in style files', () => {
  it('is a colour or a size of its own, and neither a token nor a hairline', () => {
    const text =
      'a { color: #fff; width: 12px; margin: -3.5px; border: 1px solid var(--x-9px); } @media (max-width: 900px) { b { top: 0 } }'
    expect(coloursIn(text)).toEqual(['#fff'])
    expect(sizesIn(text)).toEqual(['12px', '-3.5px'])
  })
})

describe('style files', () => {
  it('have no colours of their own', () => {
    expect(styleFiles.filter((file) => coloursIn(readFileSync(path.join(projectRoot, file), 'utf8')).length > 0)).toEqual([])
  })

  it('ask for no token that nobody defines', () => {
    const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
    const screens = readdirSync(path.join(projectRoot, 'renderer'), { recursive: true, encoding: 'utf8' })
    const set = screens
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [...read(path.join('renderer', name)).matchAll(/'(--[\w-]+)'/g)])
    const files = [...styleFiles, 'renderer/ui/tokens.css']
    const declared = files.flatMap((file) => [...read(file).matchAll(/(--[\w-]+):/g)])
    const known = new Set([...set, ...declared].map(([, name]) => name))
    const unknown = files.flatMap((file) =>
      [...read(file).matchAll(/var\((--[\w-]+)/g)].flatMap(([, name]) =>
        known.has(name) || name?.startsWith('--radix-') === true ? [] : [`${file}: ${name ?? ''}`]
      )
    )
    expect(unknown).toEqual([])
  })

  it('have no sizes of their own', () => {
    const own = styleFiles.flatMap((file) =>
      sizesIn(readFileSync(path.join(projectRoot, file), 'utf8')).map((found) => `${file}: ${found}`)
    )
    expect(own).toEqual([])
  })
})
