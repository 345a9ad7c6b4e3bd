import { useEffect, useState } from 'react'
import { z } from 'zod'
import { currentLocale } from '#shared/messages/locale'
import { caseIdSchema, type CaseId } from '#shared/model/ids'
import type { SearchAnswer } from '#shared/model/search'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'

const caseIdsSchema = z.array(caseIdSchema).nullable()
const quietMs = 120

export interface SearchState {
  /** The last answer; while the next is on its way it is still shown. Null where nothing was asked for. */
  answer: SearchAnswer | null
  isSearching: boolean
  problem: Problem | null
  /** Asks the same again. */
  again: () => void
}

/** Searches as a person types, shortly after the last letter; in the given cases or, with null, in all. */
export function useSearch(words: string, caseIds: readonly CaseId[] | null): SearchState {
  const [state, setState] = useState<Omit<SearchState, 'again'>>({ answer: null, isSearching: false, problem: null })
  const [attempt, setAttempt] = useState(0)
  const asked = words.trim()
  // As a text, so that the same cases in another list are the same question.
  const cases = JSON.stringify(caseIds)
  useEffect(() => {
    let isStale = false
    const ask = async () => {
      if (asked === '') {
        setState({ answer: null, isSearching: false, problem: null })
        return
      }
      setState((before) => ({ ...before, isSearching: true }))
      try {
        const answer = await connection().client.search.find({
          words: asked,
          caseIds: caseIdsSchema.parse(JSON.parse(cases)),
          locale: currentLocale()
        })
        if (!isStale) setState({ answer, isSearching: false, problem: null })
      } catch (error) {
        if (!isStale) setState({ answer: null, isSearching: false, problem: problemOf(error) })
      }
    }
    const timer = setTimeout(() => void ask(), asked === '' ? 0 : quietMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [asked, cases, attempt])
  return { ...state, again: () => setAttempt((before) => before + 1) }
}
