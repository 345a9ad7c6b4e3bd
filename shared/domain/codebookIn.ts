import type { Locale } from '../messages/locale'
import type { Codebook } from '../model/codebookSchema'

/**
 * A codebook with its words in a language; what has none in it keeps the words that it has. Ids, keys and the words by which reports
 * are read stay the same, so records and comparisons do too.
 */
export function codebookIn(codebook: Codebook, locale: Locale): Codebook {
  const said = <Entry extends { translations?: Partial<Record<Locale, object>> }>(entry: Entry): Entry => ({
    ...entry,
    ...entry.translations?.[locale]
  })
  const { lexicon } = codebook
  return {
    ...said(codebook),
    policy: said(codebook.policy),
    tagKinds: codebook.tagKinds.map(said),
    forceTypes: codebook.forceTypes.map(said),
    bodyAreas: codebook.bodyAreas.map(said),
    clauses: codebook.clauses.map(said),
    reportTypes: codebook.reportTypes.map(said),
    differenceKinds: codebook.differenceKinds.map(said),
    lexicon: { ...lexicon, boxes: { ...lexicon.boxes, topics: lexicon.boxes.topics.map(said) } }
  }
}
