import type { Codebook } from '../../model/codebookSchema'
import type { ReadStatement } from '../../model/report'
import { lexiconOf } from './lexicon'
import { collectNames, type Side } from './people'
import { findPhrases } from './phrases'
import { typeOfPointed } from './pointedIt'
import { parseSentence, readFinding, type Finding } from './readSentence'
import { dateClauses } from './readTime'
import { eachSentence } from './sentences'
import { resolveShots } from './shots'
import type { Span } from './span'
import { tokenise, type Token } from './tokens'
import { toStatement } from './toStatement'

/** Findings that make one statement: same kind, same yes or no, same source and doubt; force in different clauses stays apart. */
const groupFindings = (findings: readonly Finding[]): Finding[][] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const isOf = [finding.negation, finding.source, finding.hedge].map((words) => words !== null)
    const key = [finding.kind, ...isOf, finding.kind === 'force' ? finding.clauseNumber : ''].join('/')
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

const usedWords = /^(?:\w+(?:ed|ing)|shot|drew|drawn|threw|struck|hit|bit|us(?:e|es)|deploys?|appl(?:y|ies)|fires?|draws?|sprays?)$/
const mostWordsToUse = 3

/** "She held the can of OC but did not spray him": a weapon that is only named, beside a denial of its use, was not used. */
const isOnlyNamed = (tokens: readonly Token[], { kind, type, negation, matched }: Finding, all: readonly Finding[]): boolean =>
  kind === 'force' &&
  negation === null &&
  all.some((other) => other.type === type && other.negation !== null && other.matched.first > matched.last) &&
  !tokens.slice(Math.max(0, matched.first - mostWordsToUse), matched.last + 1).some(({ word }) => usedWords.test(word))

/**
 * Reads a text step by step, so that whoever asks can let other work go on in between: every step takes one sentence, and answers
 * what was found in it. The first steps, which only gather names, answer nothing.
 */
export function* readEachSentence(text: string, codebook: Codebook): Generator<readonly ReadStatement[], void> {
  const lexicon = lexiconOf(codebook)
  const names = new Map<string, Side>()
  const spans: Span[] = []
  for (const span of eachSentence(text)) {
    spans.push(span)
    collectNames(tokenise(text.slice(span.start, span.end)), lexicon.people, names)
    yield []
  }
  let lastLauncher: string | null = null
  for (const span of spans) {
    const sentence = parseSentence(text, span, names, lexicon)
    const matches = findPhrases(sentence.tokens, lexicon.namings)
    const shots = resolveShots(sentence.tokens, matches, lexicon, lastLauncher)
    lastLauncher = shots.lastLauncher
    const read = matches.filter(shots.isAct).flatMap((match) => {
      const type = typeOfPointed(sentence.tokens, match, shots.typeOf(match), lexicon)
      const finding = readFinding(sentence, match, type, lexicon.people.resets)
      return finding === null ? [] : [finding]
    })
    const findings = read.filter((finding) => !isOnlyNamed(sentence.tokens, finding, read))
    const times = dateClauses(
      text.slice(span.start, span.end),
      sentence,
      findings.map(({ matched }) => matched)
    )
    yield groupFindings(findings).flatMap((group) => {
      const statement = toStatement(text, sentence, group, times, lexicon)
      return statement === null ? [] : [statement]
    })
  }
}

/**
 * Reads what a report states, sentence by sentence, from word lists alone: no model, no network, the same answer each time.
 * Takes the text as extracted and the codebook whose words and ids to use; returns one statement per sentence and kind (force in
 * clearly different clauses, and denied beside affirmed, apart), in text order, with UTF-16 offsets of the whole sentence and of the
 * words that each field rests on. Never throws on any text.
 */
export const readStatements = (text: string, codebook: Codebook): ReadStatement[] => [...readEachSentence(text, codebook)].flat()
