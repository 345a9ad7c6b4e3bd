/** A cell of the grid: row and column from 0. */
export interface GridPlace {
  row: number
  column: number
}

interface GridSize {
  rows: number
  columns: number
  /** How many rows are in sight. */
  pageRows: number
}

/** Where a key leads in a grid, stopping at its edges. Null for a key that leads nowhere, and where the grid is empty. */
export function planGridMove(key: string, isCtrl: boolean, from: GridPlace, size: GridSize): GridPlace | null {
  if (size.rows === 0 || size.columns === 0) return null
  const to = target(key, isCtrl, from, size)
  return to === null ? null : { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) }
}

function target(key: string, isCtrl: boolean, { row, column }: GridPlace, { rows, columns, pageRows }: GridSize): GridPlace | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'PageUp':
      return { row: row - pageRows, column }
    case 'PageDown':
      return { row: row + pageRows, column }
    case 'Home':
      return { row: isCtrl ? 0 : row, column: 0 }
    case 'End':
      return { row: isCtrl ? rows - 1 : row, column: columns - 1 }
    default:
      return null
  }
}

const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value))
