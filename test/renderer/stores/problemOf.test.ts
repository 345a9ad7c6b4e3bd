import { describe, expect, it } from 'vitest'
import { ProblemError } from '#shared/rpc/problem'
import { problemOf } from '../../../renderer/stores/problemOf'

describe('problemOf', () => {
  it('reads the problem of the contract and of the window itself', () => {
    const error = new ProblemError('disk_full', { what: 'The disk is full.', todo: 'Free some space.', kept: '' })
    expect(problemOf(error)).toEqual(error.problem)
    expect(problemOf(Object.assign(new Error('refused'), { data: error.problem }))).toEqual(error.problem)
  })

  it('keeps the words of an error that it does not know', () => {
    expect(problemOf(new Error('socket hang up'))).toMatchObject({ code: 'internal', what: 'socket hang up' })
    expect(problemOf('odd').code).toBe('internal')
  })
})
