import { describe, expect, it } from 'vitest'
import { ProblemError } from '#shared/rpc/problem'
import { createSwitchableLink } from '../../../renderer/app/switchableLink'

const linkThatSays = (word: string) => ({ call: () => Promise.resolve(word) })

describe('createSwitchableLink', () => {
  it('refuses calls at once while there is no core, and says that nothing acknowledged is lost', async () => {
    const link = createSwitchableLink()
    await expect(link.call(['app', 'user'], undefined, { context: {} })).rejects.toBeInstanceOf(ProblemError)
    link.use(linkThatSays('first'))
    link.use(null)
    await expect(link.call(['app', 'user'], undefined, { context: {} })).rejects.toMatchObject({
      problem: { kept: 'Everything acknowledged is saved.' }
    })
  })

  it('sends calls to the link taken last', async () => {
    const link = createSwitchableLink()
    link.use(linkThatSays('first'))
    expect(await link.call(['app', 'user'], undefined, { context: {} })).toBe('first')
    link.use(linkThatSays('second'))
    expect(await link.call(['app', 'user'], undefined, { context: {} })).toBe('second')
  })
})
