import { useMemo } from 'react'
import { checksNotIntact } from '#shared/domain/planFileChecks'
import { messagesOf } from '#shared/messages/messagesOf'
import type { FileCheck, FileState } from '#shared/model/fileCheck'
import { useCaseStore } from './caseStore'

const say = messagesOf('diagnostics')

/** The last check of one source file; null where it was not checked since it was loaded. */
export function useFileCheck(subjectId: string): FileCheck | null {
  const checks = useCaseStore((state) => state.fileChecks)
  return useMemo(() => [...checks.values()].find((check) => check.subjectId === subjectId) ?? null, [checks, subjectId])
}

/** The checks of the open case that found a file other than it was loaded. */
export function useChecksNotIntact(): readonly FileCheck[] {
  const checks = useCaseStore((state) => state.fileChecks)
  const footage = useCaseStore((state) => state.footage)
  const reports = useCaseStore((state) => state.reports)
  return useMemo(() => checksNotIntact([...checks.values()], [...footage.values(), ...reports.values()]), [checks, footage, reports])
}

const stateKeys = { intact: 'intactWords', changed: 'changedWords', missing: 'missingWords' } as const

/** A state in a sentence. */
export const fileStateWords = (state: FileState): string => say(stateKeys[state])
