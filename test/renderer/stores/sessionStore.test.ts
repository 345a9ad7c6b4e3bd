import { beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '#shared/rpc/problem'
import { useSessionStore } from '../../../renderer/stores/sessionStore'

const { problem } = new ProblemError('internal', { what: 'The core went away.', todo: 'Wait.', kept: '' })
const notices = () => useSessionStore.getState().notices

beforeEach(() => notices().forEach(({ id }) => useSessionStore.getState().dismiss(id)))

describe('notices', () => {
  it('show a problem once, however often it happens, and again after it was dismissed', () => {
    const { notify, dismiss } = useSessionStore.getState()
    for (let press = 0; press < 20; press++) notify(problem.what, problem)
    expect(notices()).toHaveLength(1)
    dismiss(notices()[0]?.id ?? 0)
    notify(problem.what, problem)
    expect(notices()).toHaveLength(1)
  })

  it('keep problems of other words, and what was done, apart', () => {
    const { notify } = useSessionStore.getState()
    notify(problem.what, problem)
    notify('Undone: Tag force')
    notify('Undone: Tag force')
    expect(notices()).toHaveLength(3)
  })
})
