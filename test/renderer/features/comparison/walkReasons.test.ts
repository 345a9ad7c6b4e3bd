import { describe, expect, it } from 'vitest'
import { walkReasons } from '../../../../renderer/features/comparison/planRecentReasons'

const recent = ['newest', 'older', 'oldest']

describe('walkReasons', () => {
  it('goes up from an empty field to ever older reasons, and down again to the empty field', () => {
    expect(walkReasons(recent, '', 'ArrowUp')).toBe('newest')
    expect(walkReasons(recent, ' ', 'ArrowUp')).toBe('newest')
    expect(walkReasons(recent, 'newest', 'ArrowUp')).toBe('older')
    expect(walkReasons(recent, 'oldest', 'ArrowUp')).toBeNull()
    expect(walkReasons(recent, 'older', 'ArrowDown')).toBe('newest')
    expect(walkReasons(recent, 'newest', 'ArrowDown')).toBe('')
    expect(walkReasons(recent, '', 'ArrowDown')).toBeNull()
  })

  it('leaves what was written by hand alone, also where none was given before', () => {
    expect(walkReasons(recent, 'newest, nearly', 'ArrowUp')).toBeNull()
    expect(walkReasons([], '', 'ArrowUp')).toBeNull()
  })
})
