import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { readEachSentence } from '#shared/domain/statements/readStatements'
import type { Codebook } from '#shared/model/codebookSchema'
import type { ReadStatement, ReportText } from '#shared/model/report'

/** So long the reading of one report may hold the core before others have their turn. */
const longestTurnMs = 10
/** So many reports' readings are kept; a case has some twenty. */
const mostKept = 40

/** What the reader finds in whole reports, read once for each text and version of the codebook. */
export interface ReportReadings {
  /** All that is found in a report's text, in its order. */
  of: (text: Pick<ReportText, 'id' | 'text'>) => Promise<ReadStatement[]>
}

/** Reads whole reports bit by bit between other work, and keeps what was found last. */
export function createReportReadings(codebook: Codebook): ReportReadings {
  const known = new Map<string, Promise<ReadStatement[]>>()
  const version = `${codebook.id} ${codebook.version} ${codebook.lexicon.version}`
  return {
    of: (text) => {
      const key = `${text.id} ${version}`
      const reading = known.get(key) ?? readInTurns(text.text, codebook)
      // Put in anew, so that the one asked for longest ago stands first.
      known.delete(key)
      known.set(key, reading)
      const [oldest] = known.keys()
      if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
      return reading
    }
  }
}

async function readInTurns(text: string, codebook: Codebook): Promise<ReadStatement[]> {
  const found: ReadStatement[] = []
  let turnBeganMs = performance.now()
  for (const statements of readEachSentence(text, codebook)) {
    found.push(...statements)
    if (performance.now() - turnBeganMs < longestTurnMs) continue
    await letOthersGoOn()
    turnBeganMs = performance.now()
  }
  return found
}
