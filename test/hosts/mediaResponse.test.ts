import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMediaResponse } from '../../electron/hosts/mediaResponse'

const fileOf = (sizeBytes: number) => ({ contentType: 'video/mp4', sizeBytes, downloadName: 'Ünit 7 "A".mp4' })
const size = fc.integer({ min: 1, max: 2 ** 45 })

describe('planMediaResponse', () => {
  it('sends, for every range that begins in the file, exactly as many bytes as it says, all of them in the file', () => {
    const ranges = size.chain((sizeBytes) =>
      fc.tuple(
        fc.constant(sizeBytes),
        fc.integer({ min: 0, max: sizeBytes - 1 }).chain((start) =>
          fc.oneof(
            fc
              .integer({ min: start, max: sizeBytes * 2 })
              .map((end) => ({ header: `bytes=${start}-${end}`, start, end: Math.min(end, sizeBytes - 1) })),
            fc.constant({ header: `bytes=${start}-`, start, end: sizeBytes - 1 }),
            fc.constant({ header: `bytes=-${start + 1}`, start: sizeBytes - start - 1, end: sizeBytes - 1 })
          )
        )
      )
    )
    fc.assert(
      fc.property(ranges, ([sizeBytes, { header, start, end }]) => {
        const plan = planMediaResponse(fileOf(sizeBytes), header, false)
        expect(plan.status).toBe(206)
        expect(plan.bytes).toEqual({ start, end })
        expect(plan.headers['Content-Length']).toBe(String(end - start + 1))
        expect(plan.headers['Content-Range']).toBe(`bytes ${start}-${end}/${sizeBytes}`)
      })
    )
  })

  it('never leaves the file, whatever the header', () => {
    const header = fc.oneof(
      fc.string(),
      fc.string().map((text) => `bytes=${text}`),
      fc.tuple(fc.integer(), fc.integer()).map(([a, b]) => `bytes=${a}-${b}`)
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.option(header), (sizeBytes, range) => {
        const { status, headers, bytes } = planMediaResponse(fileOf(sizeBytes), range, false)
        if (bytes === null) {
          expect(sizeBytes === 0 ? 416 : status).toBe(416)
          return
        }
        expect(bytes.start).toBeGreaterThanOrEqual(0)
        expect(bytes.end).toBeLessThan(sizeBytes)
        expect(bytes.start).toBeLessThanOrEqual(bytes.end)
        expect(headers['Content-Length']).toBe(String(bytes.end - bytes.start + 1))
        expect(status === 206).toBe('Content-Range' in headers)
      })
    )
  })

  it('refuses, for every size, a range that begins past the end', () => {
    fc.assert(
      fc.property(size, fc.nat(), (sizeBytes, past) => {
        const plan = planMediaResponse(fileOf(sizeBytes), `bytes=${sizeBytes + past}-`, false)
        expect(plan).toMatchObject({ status: 416, bytes: null })
        expect(plan.headers['Content-Range']).toBe(`bytes */${sizeBytes}`)
      })
    )
  })

  it('answers several ranges with the whole file, and an empty file with nothing', () => {
    expect(planMediaResponse(fileOf(100), 'bytes=0-1,50-51', false)).toMatchObject({ status: 200, bytes: { start: 0, end: 99 } })
    expect(planMediaResponse(fileOf(0), null, false)).toMatchObject({ status: 200, bytes: null })
  })

  it('lets no script run in what is opened, and keeps a name from ending its header', () => {
    const { headers } = planMediaResponse(fileOf(1), null, true)
    expect(headers['Content-Security-Policy']).toContain('sandbox')
    expect(headers['Content-Security-Policy']).not.toContain('script')
    expect(headers['Content-Disposition']).toBe("attachment; filename*=UTF-8''%C3%9Cnit%207%20%22A%22.mp4")
  })
})
