import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { codeFolders, listSourceFiles, projectRoot } from './sourceFiles'

const longestFileLines = 400
const readSource = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')

function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

/** Names of the functions that a file exports without a doc comment before them. */
function findUndocumentedFunctions(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    if (isExported !== true || ts.getJSDocCommentsAndTags(statement).length > 0) return []
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default']
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
      .map(({ name }) => name.getText(source))
  })
}

/** Whether a file has a default export. */
function hasDefaultExport(file: string, text: string): boolean {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true
    if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
      return statement.exportClause.elements.some((element) => element.name.text === 'default')
    }
    return ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) === true
  })
}

describe('file size', () => {
  test('counts lines as an editor does', () => {
    expect(countLines('a\nb\n')).toBe(2)
    expect(countLines('a\nb')).toBe(2)
  })

  test(`no code file is longer than ${longestFileLines} lines`, () => {
    const sized = listSourceFiles(codeFolders).map((file) => ({ file, lines: countLines(readSource(file)) }))
    expect(sized.filter(({ lines }) => lines > longestFileLines)).toEqual([])
  })
})

describe('exports', () => {
  test.each(['export default 1', 'export default function run() {}', 'const a = 1\nexport { a as default }'])(
    'a default export is seen: %s',
    (text) => {
      expect(hasDefaultExport('planted.ts', text)).toBe(true)
    }
  )

  test('the app has no default exports', () => {
    const files = listSourceFiles(['shared', 'electron', 'renderer', 'test'])
    expect(files.filter((file) => hasDefaultExport(file, readSource(file)))).toEqual([])
  })
})

describe('doc comments', () => {
  test('a function without one is seen, one with it is not', () => {
    const text = '/** Adds. */\nexport function add() {}\nexport function take() {}\nexport const half = () => 1\nfunction inner() {}\n'
    expect(findUndocumentedFunctions('planted.ts', text)).toEqual(['take', 'half'])
  })

  test('every function that shared/domain and the doors of the core export has one', () => {
    const doors = listSourceFiles(['electron/core']).filter((file) => /^electron\/core\/([^/]+\/index|[^/]+)\.ts$/.test(file))
    const missing = [...listSourceFiles(['shared/domain']), ...doors].flatMap((file) =>
      findUndocumentedFunctions(file, readSource(file)).map((name) => `${file}: ${name}`)
    )
    expect(missing).toEqual([])
  })
})
