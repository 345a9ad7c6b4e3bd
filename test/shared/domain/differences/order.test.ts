import { describe, expect, it } from 'vitest'
import type { Footage } from '#shared/model/footage'
import { createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

const sentences = ['He pushed me.', 'I warned him.', 'I struck him.', 'He fell.']
const text = sentences.join(' ')

/** One tag per sentence, at these seconds of the footage that `cameraOf` gives. */
function told(seconds: readonly number[], cameraOf?: (builder: ReturnType<typeof createCaseBuilder>, at: number) => Footage) {
  const builder = createCaseBuilder()
  const report = builder.report(text)
  const camera = builder.footage()
  const tags = seconds.map((atS, at) => builder.tag(cameraOf?.(builder, at) ?? camera, 'resistance', atS))
  tags.forEach((tag, at) => builder.link(tag, report, sentences[at] ?? ''))
  return { builder, report, camera, tags, found: () => findKind(builder, 'order') }
}

describe('order', () => {
  it('is found where footage shows the second event first', () => {
    const { found, tags } = told([20, 10])
    expect(found()).toHaveLength(1)
    expect(found()[0]?.sides.map((side) => [side.account, side.tagIds, side.passageIds.length])).toEqual([
      ['footage', tags.map(({ id }) => id), 0],
      ['report', [], 2]
    ])
  })

  it('is not found in the order of the footage, nor for one moment', () => {
    expect(told([10, 20, 30]).found()).toEqual([])
    expect(told([10, 10]).found()).toEqual([])
  })

  it('gives one row for one event out of place', () => {
    expect(told([40, 10, 20, 30]).found()).toHaveLength(1)
    expect(told([20, 30, 40, 10]).found()).toHaveLength(1)
    expect(told([40, 30, 20, 10]).found()).toHaveLength(3)
  })

  it('is not found where the two overlap in time or in the text', () => {
    const { builder, report, camera } = told([])
    builder.link(builder.tag(camera, 'resistance', 10, {}, 30), report, 'He pushed me.')
    builder.link(builder.tag(camera, 'warning', 5, {}, 12), report, 'I warned him.')
    expect(findKind(builder, 'order')).toEqual([])
    const same = told([])
    same.builder.link(same.builder.tag(same.camera, 'resistance', 30), same.report, text)
    same.builder.link(same.builder.tag(same.camera, 'warning', 5), same.report, 'I warned him.')
    expect(same.found()).toEqual([])
  })

  it('takes a tag where the report first tells of it, and leaves out what is denied', () => {
    const { builder, report, tags, found } = told([10, 20])
    builder.link(tags[0] ?? builder.tag(builder.footage(), 'force', 0), report, 'He fell.')
    expect(found()).toEqual([])
    const denied = told([20])
    denied.builder.statement(denied.report, 'I struck him.', 'force', { isNegated: true })
    denied.builder.link(denied.builder.tag(denied.camera, 'force', 10), denied.report, 'I struck him.')
    expect(denied.found()).toEqual([])
  })

  it('compares two cameras by the wall clock, and not where one has none', () => {
    const cameras = (starts: (string | null)[]) => (builder: ReturnType<typeof createCaseBuilder>, at: number) =>
      builder.footage({ startsAt: starts[at] ?? null })
    expect(told([10, 10], cameras([evening('21:20'), evening('21:14')])).found()).toHaveLength(1)
    expect(told([20, 10], cameras([evening('21:14'), evening('21:20')])).found()).toEqual([])
    expect(told([20, 10], cameras([evening('21:14'), null])).found()).toEqual([])
  })

  it('sees past an event on another clock', () => {
    const { builder, report, camera, found } = told([])
    const unclocked = builder.footage({ startsAt: null })
    builder.link(builder.tag(camera, 'resistance', 30), report, 'He pushed me.')
    builder.link(builder.tag(unclocked, 'warning', 20), report, 'I warned him.')
    builder.link(builder.tag(camera, 'force', 10), report, 'I struck him.')
    expect(found()).toHaveLength(1)
  })
})
