import { beforeEach, describe, expect, it } from 'vitest'
import { createComparison } from '#shared/domain/differences/createComparison'
import { shippedCodebook } from '#shared/model/codebook'
import { openCell } from '../../../../renderer/features/matrix/matrixActions'
import { useCaseStore } from '../../../../renderer/stores/caseStore'
import { usePlayerStore, type PlayerControls } from '../../../../renderer/stores/playerStore'
import { useSelectionStore } from '../../../../renderer/stores/selectionStore'
import { createCaseBuilder, evening } from '../../../shared/domain/caseBuilder'

const builder = createCaseBuilder()
const [author, colleague] = [builder.officer('A'), builder.officer('B')]
const text = 'I warned him. He swung at me. EMS came. I left.'
const report = builder.report(text, author)
// Both record from 21:14; the third begins when they are over.
const colleagues = builder.footage({ wearerId: colleague.id })
const own = builder.footage({ wearerId: author.id })
const late = builder.footage({ startsAt: evening('23:00') })
const warned = builder.statement(report, 'I warned him.', 'warning', { statedAt: evening('21:15') })
const swung = builder.statement(report, 'He swung at me.', 'resistance')
const aid = builder.statement(report, 'EMS came.', 'medical-aid', { statedAt: evening('23:01') })
const left = builder.statement(report, 'I left.', 'de-escalation', { statedAt: evening('04:00') })
const input = builder.build()
const { rows, accounts } = createComparison(shippedCodebook)(input).matrix

const sought: number[] = []
const controls: PlayerControls = {
  play: () => undefined,
  pause: () => undefined,
  toggle: () => undefined,
  seek: (timeUs) => sought.push(timeUs),
  step: () => Promise.resolve(),
  frameTimeAt: (timeUs) => Promise.resolve(timeUs),
  shuttle: () => undefined,
  setRate: () => undefined,
  setVolume: () => undefined,
  setMuted: () => undefined,
  setLoop: () => undefined
}

/** Opens the cell of a statement in an account, footage being 0, and answers what the player then shows, and where. */
function open(statement: { id: string }, column: number): { shown: string | null; sought: number[] } {
  const row = rows.find(({ event }) => event.key === statement.id)
  const [account, cell] = [accounts[column], row?.cells[column]]
  if (row === undefined || account === undefined || cell === undefined) throw new Error('There is such a cell.')
  openCell(input.case.id, { row, account, cell })
  const shown = useSelectionStore.getState().footageId
  usePlayerStore.getState().report({ footageId: shown })
  return { shown, sought: [...sought] }
}

beforeEach(() => {
  sought.length = 0
  useSelectionStore.getState().clear()
  usePlayerStore.getState().report({ footageId: null, durationUs: 60_000_000, controls })
  useCaseStore.setState({
    footage: new Map(input.footage.map((one) => [one.id, one])),
    reports: new Map(input.reports.map((one) => [one.id, one]))
  })
})

describe('a cell of a statement', () => {
  it('opens its passage, and the author’s camera at the time that it states', () => {
    for (const column of [0, 1]) {
      sought.length = 0
      useSelectionStore.getState().clear()
      expect(open(warned, column)).toEqual({ shown: own.id, sought: [60_000_000] })
      expect(useSelectionStore.getState()).toMatchObject({ passageId: warned.passageId, reportId: report.id, tagId: null })
    }
  })

  it('stays with the camera shown where that was recording, and goes to another where only that was', () => {
    useSelectionStore.getState().select({ footageId: colleagues.id })
    expect(open(warned, 0)).toEqual({ shown: colleagues.id, sought: [60_000_000] })
    expect(open(aid, 0)).toEqual({ shown: late.id, sought: [60_000_000, 60_000_000] })
  })

  it('leaves the footage where it is without a stated time, and where no camera was recording then', () => {
    useSelectionStore.getState().select({ footageId: colleagues.id })
    expect(open(swung, 0)).toEqual({ shown: colleagues.id, sought: [] })
    expect(open(left, 0)).toEqual({ shown: colleagues.id, sought: [] })
  })
})
