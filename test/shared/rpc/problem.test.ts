import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { english } from '#shared/messages/english'
import { setCurrentLocale } from '#shared/messages/locale'
import { spanish } from '#shared/messages/spanish'
import { worded } from '#shared/messages/worded'
import { carriedProblem, inOwnWords, ProblemError, problemSchema, problemWords } from '#shared/rpc/problem'
import { codeFolders, listSourceFiles, projectRoot } from '../../architecture/sourceFiles'

afterEach(() => setCurrentLocale('en'))

const full = () =>
  new ProblemError('disk_full', problemWords('ffmpegDiskFull', { task: worded('problems', 'taskMakeStill'), fileName: 'a.mp4' }), {
    subjectId: 'one'
  })

describe('a problem', () => {
  it('is in English by itself', () => {
    setCurrentLocale('es')
    expect(full().problem).toMatchObject({
      what: 'The disk is full: ffmpeg could not make a still of a.mp4.',
      todo: 'Free some space, then try again.',
      kept: 'The part that was written has been removed. Nothing that was saved has changed.',
      subjectId: 'one'
    })
  })

  it('is said in the language of whoever shows it, after it was stored', () => {
    const stored = problemSchema.parse(JSON.parse(JSON.stringify(full().problem)))
    expect(inOwnWords(stored)).toEqual(stored)
    setCurrentLocale('es')
    expect(inOwnWords(stored)).toMatchObject({
      what: 'El disco está lleno: ffmpeg no pudo hacer una imagen fija de a.mp4.',
      todo: 'Libere espacio e intente de nuevo.',
      kept: 'La parte que se escribió fue eliminada. Nada de lo guardado ha cambiado.'
    })
  })

  it('says that nothing has changed where it does not say what was kept', () => {
    setCurrentLocale('es')
    expect(inOwnWords(problemWords('diskFull')).kept).toBe('Nada de lo guardado ha cambiado.')
  })

  it('stays as another version of the app made it where its message is not known, or known with other arguments', () => {
    setCurrentLocale('es')
    const { problem } = full()
    for (const message of [
      { area: 'problems', key: 'ofTomorrow', args: {} },
      { area: 'toString', key: 'length', args: {} },
      { area: 'problems', key: 'ffmpegDiskFull', args: {} },
      { area: 'problems', key: 'ffmpegDiskFull', args: { task: { area: 'problems', key: 'ofTomorrow', args: {} }, fileName: 'a' } }
    ])
      expect(inOwnWords({ ...problem, message }).what).toBe(problem.what)
    expect(inOwnWords({ code: 'internal', what: 'w', todo: 't', kept: 'k', subjectId: null }).what).toBe('w')
  })

  it('is carried on whole', () => {
    const { problem } = full()
    expect(ProblemError.of(problem).problem).toEqual(problem)
    expect(carriedProblem(Object.assign(new Error(), { data: problem }))).toEqual(problem)
  })
})

describe('the words of problems', () => {
  it('say what to do wherever they say what is wrong, in both languages', () => {
    const ends = Object.keys(english.problems).filter((key) => /(?:Todo|Kept)$/.test(key))
    expect(ends.length).toBeGreaterThan(100)
    for (const key of ends) {
      expect(english.problems).toHaveProperty(key.replace(/(?:Todo|Kept)$/, ''))
      expect(english.problems).toHaveProperty(key.replace(/Kept$/, 'Todo'))
    }
    expect(Object.keys(spanish.problems)).toEqual(Object.keys(english.problems))
  })

  it('are all in use, and stand nowhere else', () => {
    const sources = listSourceFiles(codeFolders)
      .filter((file) => /^(?:electron|renderer|shared)\//.test(file) && !file.startsWith('shared/messages/'))
      .map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), 'utf8') }))
    const raised = sources.flatMap(({ text }) =>
      [...text.matchAll(/new ProblemError\(\s*[^,]+,\s*([^\s(,)]+)/gu)].map((found) => found[1] ?? '')
    )
    expect(raised.length).toBeGreaterThan(80)
    expect(raised.filter((words) => /^['"`{]/u.test(words))).toEqual([])
    const all = sources.map(({ text }) => text).join('\n')
    const unused = Object.keys(english.problems).filter((key) => !/(?:Todo|Kept)$/.test(key) && !all.includes(`'${key}'`))
    expect(unused).toEqual([])
  })
})
