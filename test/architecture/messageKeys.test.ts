import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { english } from '#shared/messages/english'
import { listSourceFiles, projectRoot } from './sourceFiles'

const sources = listSourceFiles(['shared', 'electron', 'renderer'])
  .filter((file) => !/^shared\/messages\/(en|es)\//.test(file))
  .map((file) => readFileSync(path.join(projectRoot, file), 'utf8'))

/** Every name that stands in quotes in some text, as a message's key does where it is said. */
const quotedIn = (text: string) => [...text.matchAll(/(['"`])([\w.-]+)\1/g)].map(([, , name]) => name ?? '')

const areaIn = (text: string, area: string) => new RegExp(`messagesOf\\('${area}'\\)|messages/en/${area}'`).test(text)

it('every message is said somewhere', () => {
  const unsaid = Object.entries(english).flatMap(([area, messages]) => {
    const names = new Set(sources.filter((text) => areaIn(text, area)).flatMap(quotedIn))
    return Object.keys(messages)
      .filter((key) => !names.has(key))
      .map((key) => `${area}: ${key}`)
  })
  expect(unsaid).toEqual([])
})
