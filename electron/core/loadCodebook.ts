import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedCodebook } from '#shared/model/codebook'
import { codebookSchema, type Codebook } from '#shared/model/codebookSchema'
import { englishOf } from '#shared/messages/messagesOf'

const limit = englishOf('limits')

/** What the file in the data folder is called. */
export const codebookFileName = 'codebook.json'

const mostBytes = 5_000_000
const mostIssuesTold = 3

/** The codebook in force, and why an agency's own is not, in plain words for Diagnostics; null where nothing is amiss. */
export interface LoadedCodebook {
  codebook: Codebook
  problem: string | null
  /** True where it is the agency's own. */
  isOwn: boolean
}

/**
 * An agency's own codebook where its data folder holds one, otherwise the one shipped. The file has the shape that `app.codebook`
 * answers with; without a lexicon, or without any other part, the shipped part stands. A file that cannot be read or is not valid is
 * refused as a whole: half of an edit would be worse than none. Never throws.
 */
export async function loadCodebook(dataFolder: string): Promise<LoadedCodebook> {
  const refused = (why: string): LoadedCodebook => ({
    codebook: shippedCodebook,
    isOwn: false,
    problem: limit('codebookRefused', { fileName: codebookFileName, why })
  })
  const filePath = path.join(dataFolder, codebookFileName)
  let own: unknown
  try {
    if ((await stat(filePath)).size > mostBytes) return refused(limit('codebookTooLarge', { megabytes: mostBytes / 1e6 }))
    own = JSON.parse(await readFile(filePath, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return { codebook: shippedCodebook, problem: null, isOwn: false }
    return refused(error instanceof SyntaxError ? limit('codebookNoJson') : limit('codebookUnreadable', { words: String(error) }))
  }
  const parts = z.record(z.string(), z.unknown()).safeParse(own)
  const parsed = codebookSchema.safeParse(parts.success ? { ...shippedCodebook, ...parts.data } : own)
  if (parsed.success) return { codebook: parsed.data, problem: null, isOwn: true }
  const told = parsed.error.issues.slice(0, mostIssuesTold).map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`)
  const more = parsed.error.issues.length - told.length
  return refused(`${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`)
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
