import { describe, expect, it } from 'vitest'
import { findDifferences } from '#shared/domain/differences/findDifferences'
import { shippedCodebook } from '#shared/model/codebook'
import { alignedTo, createCaseBuilder, evening } from '../caseBuilder'
import { findKind } from './findKind'

const text = 'He pushed me. I struck him.'

describe('differences go by the case clock', () => {
  it('holds a stated time against the aligned clock, not against the recorded-at time', () => {
    const stated = (offsetS: number) => {
      const builder = createCaseBuilder()
      const report = builder.report(text)
      builder.statement(report, 'I struck him.', 'force', { statedAt: evening('21:20') })
      const reference = builder.footage({ startsAt: evening('21:14') })
      const camera = builder.footage({ startsAt: evening('21:19'), alignment: alignedTo(reference, offsetS) })
      builder.link(builder.tag(camera, 'force', 60), report, 'I struck him.')
      return findKind(builder, 'time')
    }
    expect(stated(300)).toEqual([])
    expect(stated(600)).toHaveLength(1)
  })

  it('compares the order of events on cameras that are aligned, though none knows the wall clock', () => {
    const told = (isAligned: boolean) => {
      const builder = createCaseBuilder()
      const report = builder.report(text)
      const reference = builder.footage({ startsAt: null })
      const camera = builder.footage({ startsAt: null, ...(isAligned ? { alignment: alignedTo(reference, 0) } : {}) })
      builder.link(builder.tag(reference, 'resistance', 20), report, 'He pushed me.')
      builder.link(builder.tag(camera, 'force', 10), report, 'I struck him.')
      return findKind(builder, 'order')
    }
    expect(told(false)).toEqual([])
    expect(told(true)).toHaveLength(1)
  })

  it('opens a settled difference again when the camera that it rests on is moved', () => {
    const builder = createCaseBuilder()
    const report = builder.report(text)
    builder.statement(report, 'I struck him.', 'force', { statedAt: evening('21:30') })
    const reference = builder.footage()
    const camera = builder.footage({ alignment: alignedTo(reference, 10) })
    builder.link(builder.tag(camera, 'force', 60), report, 'I struck him.')
    const before = builder.build()
    const [found] = findDifferences(before, shippedCodebook).differences
    if (found === undefined) throw new Error('nothing found')
    builder.dispose(found, 'explained', 'his watch was slow')
    const settled = builder.build()
    expect(findDifferences(settled, shippedCodebook).differences[0]).toMatchObject({ status: 'explained' })
    const moved = settled.footage.map((one) => (one.id === camera.id ? { ...one, alignment: alignedTo(reference, 11) } : one))
    expect(findDifferences({ ...settled, footage: moved }, shippedCodebook).differences[0]).toMatchObject({
      status: 'open',
      isReopened: true
    })
  })
})
