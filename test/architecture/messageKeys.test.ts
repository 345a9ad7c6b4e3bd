import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { english } from '#shared/messages/english'
import { listSourceFiles, projectRoot } from './sourceFiles'

/** Where words stand that are the keys of an area's messages as well, and are said as they come. */
const wordLists: Readonly<Record<string, readonly string[]>> = {
  app: ['renderer/app/commandCatalog.ts'],
  clips: ['shared/model/clip.ts'],
  codebook: ['renderer/features/codebook/planCodebook.ts', 'shared/model/lexicon.json'],
  diagnostics: ['shared/model/fileCheck.ts'],
  jobs: ['shared/model/job.ts'],
  people: ['shared/domain/planPeople.ts', 'shared/domain/matrix/planDutyTable.ts', 'shared/model/primitives.ts'],
  tour: ['renderer/features/tour/useTourTarget.ts']
}

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
const sources = listSourceFiles(['shared', 'electron', 'renderer'])
  .filter((file) => !/^shared\/messages\/(en|es)\//.test(file))
  .map(read)

const speaks = (text: string, area: string) =>
  ['messagesOf', 'englishOf'].some((maker) => text.includes(`${maker}('${area}')`)) || text.includes(`messages/en/${area}'`)

// Problems have a test of their own. Labels that were sealed once and sentences of the schemas' library are only read back.
const otherwiseHeld = new Set(['problems', 'labels', 'validation'])

/** What stands in quotes in some texts, each as a pattern: `group${group}` is anything that begins with group. */
function quotedIn(texts: readonly string[]): RegExp {
  const quoted = texts.flatMap((text) => [...text.matchAll(/(['"`])((?:[\w.-]|\$\{\w+\})+)\1/g)].map(([, , name]) => name ?? ''))
  const patterns = new Set(quoted.map((name) => name.replaceAll('.', '\\.').replace(/\$\{\w+\}/g, '\\w+')))
  // A template of nothing but what is put in says no name.
  patterns.delete('\\w+')
  return new RegExp(`^(?:${[...patterns].join('|')})$`)
}

it('every message is said somewhere', () => {
  const unsaid = Object.entries(english).flatMap(([area, messages]) => {
    if (otherwiseHeld.has(area)) return []
    const said = quotedIn([...sources.filter((text) => speaks(text, area)), ...(wordLists[area] ?? []).map(read)])
    return Object.keys(messages)
      .filter((key) => !said.test(key))
      .map((key) => `${area}: ${key}`)
  })
  expect(unsaid).toEqual([])
})
