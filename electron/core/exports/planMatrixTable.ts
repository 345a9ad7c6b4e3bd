import { planCaseClock } from '#shared/domain/caseClock'
import { trimQuote } from '#shared/domain/differences/evidence'
import { accountName, cellWord, eventWords, type WordSources } from '#shared/domain/matrix/matrixWords'
import { messagesOf } from '#shared/messages/messagesOf'
import type { MatrixAccount } from '#shared/domain/matrix/matrixRow'
import type { MatrixCell } from '#shared/domain/matrix/planCell'
import type { Matrix } from '#shared/domain/matrix/runningMatrix'
import { isActive } from '#shared/domain/records'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Difference } from '#shared/model/comparison'
import type { Block } from './findingsBlocks'
import type { CaseRecords } from './planFindings'

const say = messagesOf('exports')

/**
 * The matrix as a table: events down, accounts across; each cell with its word and the numbers of its differences, open and settled
 * apart. `numbers` says which number a difference has in the summary, by its key.
 */
export function planMatrixTable(matrix: Matrix, records: CaseRecords, codebook: Codebook, numbers: ReadonlyMap<string, number>): Block[] {
  const people = new Map(records.people.filter(isActive).map((person) => [person.id, person]))
  const words: WordSources = { of: records.case, people, codebook, clock: planCaseClock(records.footage.filter(isActive)) }
  const heading: Block = { type: 'heading', level: 2, text: say('matrix', { count: matrix.rows.length }) }
  if (matrix.rows.length === 0) return [heading, { type: 'paragraph', text: say('matrixEmpty') }]
  return [
    heading,
    {
      type: 'matrix',
      note: say('matrixNote'),
      accounts: matrix.accounts.map((account) => trimQuote(accountName(account, words))),
      rows: matrix.rows.map(({ event, cells }) => {
        const { title, time, detail } = eventWords(event, words)
        return {
          title: trimQuote([time, title].filter(Boolean).join(' ')),
          detail: trimQuote(detail),
          cells: cells.map((cell, at) => cellLines(cell, matrix.accounts[at], numbers))
        }
      })
    }
  ]
}

/** What a cell says: its word; why it cannot be checked; its differences. */
function cellLines(cell: MatrixCell, account: MatrixAccount | undefined, numbers: ReadonlyMap<string, number>): string[] {
  const numbersOf = (isOpen: boolean) =>
    cell.differences
      .filter((difference) => isOpenDifference(difference) === isOpen)
      .flatMap(({ key }) => numbers.get(key) ?? [])
      .sort((a, b) => a - b)
      .join(', ')
  const [open, settled] = [numbersOf(true), numbersOf(false)]
  return [
    ...(account === undefined ? [] : [cellWord(cell, account)]),
    ...(cell.gap === null ? [] : [cell.gap]),
    ...(open === '' ? [] : [say('open', { numbers: open })]),
    ...(settled === '' ? [] : [say('settled', { numbers: settled })])
  ]
}

const isOpenDifference = ({ status, isReopened }: Difference): boolean => status === 'open' || isReopened
