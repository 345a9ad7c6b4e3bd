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

/** Raw sizes that were there before this was looked at; each may only become fewer. */
const sizesLeft: Readonly<Record<string, number>> = {
  'renderer/features/activity/LedgerList.module.css': 6,
  'renderer/features/clips/ClipDialog.module.css': 2,
  'renderer/features/diagnostics/DiagnosticsScreen.module.css': 1,
  'renderer/features/diagnostics/FileChecks.module.css': 1,
  'renderer/features/diagnostics/JobTable.module.css': 5,
  'renderer/features/library/CaseTable.module.css': 4,
  'renderer/features/library/DemonstrationCard.module.css': 1,
  'renderer/features/matrix/CellDetail.module.css': 3,
  'renderer/features/matrix/MatrixBar.module.css': 1,
  'renderer/features/matrix/MatrixGrid.module.css': 1,
  'renderer/features/matrix/Panel.module.css': 2,
  'renderer/features/player/PlayerPane.module.css': 3,
  'renderer/features/player/ReadyNote.module.css': 1,
  'renderer/features/player/TransportBar.module.css': 1,
  'renderer/features/reports/RefindingDialog.module.css': 1,
  'renderer/features/reports/ReportBlock.module.css': 1,
  'renderer/features/reports/SuggestionList.module.css': 1,
  'renderer/features/reports/TagCard.module.css': 1,
  'renderer/features/reports/pages/PageMarks.module.css': 4,
  'renderer/features/setup/FootageDetails.module.css': 1,
  'renderer/features/setup/FootageJob.module.css': 1,
  'renderer/features/setup/LoadJobs.module.css': 2,
  'renderer/features/setup/Setup.module.css': 1,
  'renderer/features/tags/OpenRangeChips.module.css': 2,
  'renderer/features/tags/TagEditor.module.css': 1,
  'renderer/features/timeline/Overview.module.css': 1,
  'renderer/features/timeline/Timeline.module.css': 27,
  'renderer/features/timeline/WatchedLane.module.css': 2
}

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

  it('have no more sizes of their own than they had', () => {
    const more = styleFiles.flatMap((file) => {
      const found = sizesIn(readFileSync(path.join(projectRoot, file), 'utf8'))
      return found.length > (sizesLeft[file] ?? 0) ? [`${file}: ${found.join(' ')}`] : []
    })
    expect(more).toEqual([])
  })
})
