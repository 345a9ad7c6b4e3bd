import { create } from 'zustand'
import type { Case, Person } from '#shared/model/case'
import type { Absence, Disposition, EnteredDifference, Link } from '#shared/model/comparison'
import type { CaseSnapshot, Change } from '#shared/model/entities'
import type { FileCheck } from '#shared/model/fileCheck'
import type { Footage } from '#shared/model/footage'
import type { CaseId } from '#shared/model/ids'
import type { Passage, Report, Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import type { Viewing } from '#shared/model/viewing'
import type { CoreEvent } from '#shared/rpc/events'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../app/connection'
import { problemOf } from './problemOf'

/** Records by id, withdrawn ones too, as the core last said them. */
export interface CaseRecords {
  people: ReadonlyMap<string, Person>
  footage: ReadonlyMap<string, Footage>
  tags: ReadonlyMap<string, Tag>
  reports: ReadonlyMap<string, Report>
  passages: ReadonlyMap<string, Passage>
  statements: ReadonlyMap<string, Statement>
  links: ReadonlyMap<string, Link>
  absences: ReadonlyMap<string, Absence>
  enteredDifferences: ReadonlyMap<string, EnteredDifference>
  dispositions: ReadonlyMap<string, Disposition>
  viewings: ReadonlyMap<string, Viewing>
  fileChecks: ReadonlyMap<string, FileCheck>
}

interface CaseState extends CaseRecords {
  status: 'closed' | 'loading' | 'ready' | 'failed'
  problem: Problem | null
  sequence: number
  case: Case | null
  undoLabel: string | null
  redoLabel: string | null
  /** Loads a case and notes the viewing in the ledger, unless it `isNoted` by another window of the user already. */
  open: (caseId: CaseId, options?: { isNoted: boolean }) => Promise<void>
  /** Loads the open case again, e.g. after the core restarted. */
  reload: () => Promise<void>
  close: () => void
  /** Applies what the core says; a missed entry makes it load the case again. */
  receive: (event: CoreEvent) => void
}

const emptyRecords: CaseRecords = {
  people: new Map(),
  footage: new Map(),
  tags: new Map(),
  reports: new Map(),
  passages: new Map(),
  statements: new Map(),
  links: new Map(),
  absences: new Map(),
  enteredDifferences: new Map(),
  dispositions: new Map(),
  viewings: new Map(),
  fileChecks: new Map()
}

const closed = { ...emptyRecords, status: 'closed', problem: null, sequence: 0, case: null, undoLabel: null, redoLabel: null } as const

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]))

const put = <Row extends { id: string }>(rows: ReadonlyMap<string, Row>, row: Row): ReadonlyMap<string, Row> =>
  new Map(rows).set(row.id, row)

/** The open case: a cache of what the core holds. It never changes a record by itself. */
export const useCaseStore = create<CaseState>()((set, get) => ({
  ...closed,
  open: async (caseId, { isNoted } = { isNoted: false }) => {
    set({ ...closed, status: 'loading' })
    try {
      const { client } = connection()
      set(fromSnapshot(await client.cases.get({ caseId })))
      if (!isNoted) await client.cases.recordViewing({ caseId })
    } catch (error) {
      set({ ...closed, status: 'failed', problem: problemOf(error) })
    }
  },
  reload: async () => {
    const caseId = get().case?.id
    if (caseId === undefined) return
    try {
      const snapshot = await connection().client.cases.get({ caseId })
      if (get().case?.id === caseId) set(fromSnapshot(snapshot))
    } catch (error) {
      set({ problem: problemOf(error) })
    }
  },
  close: () => set({ ...closed }),
  receive: (event) => {
    const state = get()
    if (state.case === null) return
    if (event.type === 'ready' && event.sequence > state.sequence) void state.reload()
    if (event.type !== 'changed' || event.caseId !== state.case.id || event.sequence <= state.sequence) return
    set({
      ...event.changes.reduce(applyChange, recordsOf(state)),
      ...caseOf(event.changes),
      sequence: event.sequence,
      undoLabel: event.undoLabel,
      redoLabel: event.redoLabel
    })
  }
}))

function fromSnapshot(snapshot: CaseSnapshot) {
  return {
    status: 'ready' as const,
    problem: null,
    sequence: snapshot.sequence,
    case: snapshot.case,
    undoLabel: snapshot.undoLabel,
    redoLabel: snapshot.redoLabel,
    people: byId(snapshot.people),
    footage: byId(snapshot.footage),
    tags: byId(snapshot.tags),
    reports: byId(snapshot.reports),
    passages: byId(snapshot.passages),
    statements: byId(snapshot.statements),
    links: byId(snapshot.links),
    absences: byId(snapshot.absences),
    enteredDifferences: byId(snapshot.enteredDifferences),
    dispositions: byId(snapshot.dispositions),
    viewings: byId(snapshot.viewings),
    fileChecks: byId(snapshot.fileChecks)
  }
}

function recordsOf(state: CaseRecords): CaseRecords {
  const { people, footage, tags, reports, passages, statements, links, absences, enteredDifferences, dispositions } = state
  const { viewings, fileChecks } = state
  return {
    ...{ people, footage, tags, reports, passages, statements, links, absences, enteredDifferences, dispositions },
    ...{ viewings, fileChecks }
  }
}

function caseOf(changes: readonly Change[]): { case?: Case } {
  const change = changes.findLast((one) => one.entity === 'case')
  return change === undefined ? {} : { case: change.after }
}

function applyChange(records: CaseRecords, change: Change): CaseRecords {
  switch (change.entity) {
    case 'person':
      return { ...records, people: put(records.people, change.after) }
    case 'footage':
      return { ...records, footage: put(records.footage, change.after) }
    case 'tag':
      return { ...records, tags: put(records.tags, change.after) }
    case 'report':
      return { ...records, reports: put(records.reports, change.after) }
    case 'passage':
      return { ...records, passages: put(records.passages, change.after) }
    case 'statement':
      return { ...records, statements: put(records.statements, change.after) }
    case 'link':
      return { ...records, links: put(records.links, change.after) }
    case 'absence':
      return { ...records, absences: put(records.absences, change.after) }
    case 'enteredDifference':
      return { ...records, enteredDifferences: put(records.enteredDifferences, change.after) }
    case 'disposition':
      return { ...records, dispositions: put(records.dispositions, change.after) }
    case 'viewing':
      return { ...records, viewings: put(records.viewings, change.after) }
    case 'fileCheck':
      return { ...records, fileChecks: put(records.fileChecks, change.after) }
    case 'case':
    case 'reportText':
      return records
  }
}
