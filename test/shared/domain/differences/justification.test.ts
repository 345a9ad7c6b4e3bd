import { describe, expect, it } from 'vitest'
import { createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'He swung at me. I then struck him. Later he kicked out.'

function explained(quote: string, { isLookedFor = true, forceType = 'strike', statedAt = null as string | null } = {}) {
  const builder = createCaseBuilder()
  const report = builder.report(text)
  const tag = builder.tag(builder.footage(), 'force', 1, { forceType })
  builder.link(tag, report, 'I then struck him.')
  const statement = builder.statement(report, quote, 'resistance', { statedAt })
  if (isLookedFor) builder.absentFromFootage(statement)
  return { differences: findKind(builder, 'justification'), tag, statement }
}

describe('justification', () => {
  it('is found for resistance told before the force and looked for in vain', () => {
    const { differences, tag, statement } = explained('He swung at me.')
    expect(differences).toHaveLength(1)
    expect(differences[0]?.key).toBe(`justification:${statement.id}`)
    expect(differences[0]?.sides[0].tagIds).toEqual([tag.id])
    expect(differences[0]?.sides[1].statementIds).toEqual([statement.id])
  })

  it('is not found without a look, after the force, without a camera on it, or where the tag is no force', () => {
    expect(explained('He swung at me.', { isLookedFor: false }).differences).toEqual([])
    expect(explained('Later he kicked out.').differences).toEqual([])
    expect(explained('He swung at me.', { statedAt: evening('23:00') }).differences).toEqual([])
    expect(explained('He swung at me.', { forceType: 'restraint-device' }).differences).toEqual([])
  })
})
