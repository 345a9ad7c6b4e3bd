import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { listSourceFiles, projectRoot } from './sourceFiles'

/** Samples of controls. */
const leftOut = /^renderer\/features\/gallery\//

/** Keys of a command as they would be written by hand: shown, or given to it where it is offered. */
const writtenKeys = /keyHint="|<Kbd keys="|\bkeys: \['/g

it('keys stand in the catalog of commands and are shown from there, as the user has them', () => {
  const files = listSourceFiles(['renderer']).filter((file) => file !== 'renderer/app/commandCatalog.ts' && !leftOut.test(file))
  const written = files.flatMap((file) =>
    [...readFileSync(path.join(projectRoot, file), 'utf8').matchAll(writtenKeys)].map(([found]) => `${file}: ${found}`)
  )
  expect(written).toEqual([])
})
