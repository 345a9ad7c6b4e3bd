import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBuckets, type BucketSource } from '#core/footage/readBuckets'
import { coarseFactor, createSoundBuckets } from '#core/footage/soundBuckets'

/** Takes pieces of sound in and answers with the buckets and with where they can be read. */
function taken(limitUs: number, pieces: { samples: Int16Array; rate: number; startUs: number }[]) {
  const written: number[] = []
  const buckets = createSoundBuckets(limitUs, (values) => written.push(...values))
  for (const { samples, rate, startUs } of pieces) buckets.add(samples, rate, startUs)
  buckets.end()
  const fine = Int16Array.from(written)
  const source: BucketSource = {
    fineCount: buckets.count(),
    readFine: (first, count) => Promise.resolve(fine.subarray(first * 2, (first + count) * 2)),
    readCoarse: () => Promise.resolve(buckets.coarse()),
    isWhole: true
  }
  return { buckets, fine, source }
}

const tone = (count: number, height: number) => Int16Array.from({ length: count }, (_, index) => (index % 2 === 0 ? height : -height))

describe('the buckets of a sound', () => {
  it('tell digital silence from the quietest sound, and both from no sound', () => {
    const { buckets, fine } = taken(4_000_000, [
      { samples: tone(8000, 3), rate: 8000, startUs: 1_000_000 },
      { samples: new Int16Array(8000), rate: 8000, startUs: 2_000_000 }
    ])
    expect(buckets.count()).toBe(400)
    expect([fine[2 * 150], fine[2 * 150 + 1]]).toEqual([-3, 3])
    expect(buckets.stretches()).toEqual([
      { kind: 'absent', startUs: 0, endUs: 1_000_000 },
      { kind: 'silent', startUs: 2_000_000, endUs: 3_000_000 },
      { kind: 'absent', startUs: 3_000_000, endUs: 4_000_000 }
    ])
  })

  it('take a constant level, as some codecs write for a muted microphone, for silence', () => {
    const { buckets } = taken(1_000_000, [{ samples: new Int16Array(8000).fill(8), rate: 8000, startUs: 0 }])
    expect(buckets.stretches()).toEqual([{ kind: 'silent', startUs: 0, endUs: 1_000_000 }])
  })

  it('do not grow with a time that no recording reaches, nor with sound that comes twice or before the start', () => {
    const thirtyYearsUs = 30 * 365 * 86_400_000_000
    const { buckets, fine } = taken(2_000_000, [
      { samples: tone(800, 9), rate: 8000, startUs: -100_000 },
      { samples: tone(8000, 5), rate: 8000, startUs: 0 },
      { samples: tone(8000, 7), rate: 8000, startUs: 0 },
      { samples: tone(8000, 9), rate: 8000, startUs: thirtyYearsUs }
    ])
    expect(buckets.count()).toBe(200)
    expect(Math.max(...fine.filter((value) => value < 32_767))).toBe(5)
  })

  it('hold the highest and the lowest sample wherever it is, at any zoom, however the sound was cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(8000, 11_025, 22_050, 44_100, 48_000),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 10_000 }),
        fc.integer({ min: 1, max: 300 }),
        async (rate, lengths, peakSeed, bucketCount) => {
          const total = lengths.reduce((sum, length) => sum + length, 0)
          const peakAt = peakSeed % total
          const all = tone(total, 40)
          all[peakAt] = 20_000
          const durationUs = Math.floor((total / rate) * 1e6)
          let begin = 0
          const pieces = lengths.map((length) => {
            const piece = { samples: all.slice(begin, begin + length), rate, startUs: Math.round((begin / rate) * 1e6) }
            begin += length
            return piece
          })
          const { source } = taken(durationUs + 10_000, pieces)
          const waveform = await readBuckets(source, 0, durationUs, bucketCount)
          expect(Math.max(...waveform.max)).toBeCloseTo(20_000 / 32_768)
          const at = waveform.max.findIndex((value) => value > 0.5)
          const spanUs = durationUs / waveform.max.length
          const peakUs = (peakAt / rate) * 1e6
          // A bucket of the answer holds whole buckets of 10 ms.
          expect(at * spanUs).toBeLessThanOrEqual(peakUs + 10_000)
          expect((at + 1) * spanUs).toBeGreaterThanOrEqual(peakUs - 10_000)
          expect(waveform.state.filter((state) => state === 'sound').length).toBeGreaterThanOrEqual(waveform.state.length - 2)
        }
      )
    )
  })

  it('are the same of a very long sound, read in coarse buckets, and say what has not been read yet', async () => {
    const hours = 2
    const fineCount = hours * 360_000
    const isLoud = (index: number) => index === 345_678
    const value = (index: number): [number, number] => (isLoud(index) ? [-9000, 9000] : [-2, 2])
    const coarse = Int16Array.from({ length: Math.ceil(fineCount / coarseFactor) }).map(() => 0)
    const coarsePairs = Int16Array.from(
      [...coarse].flatMap((_, index) => (Math.floor(345_678 / coarseFactor) === index ? [-9000, 9000] : [-2, 2]))
    )
    const source: BucketSource = {
      fineCount,
      readFine: (first, count) => Promise.resolve(Int16Array.from(Array.from({ length: count }, (_, at) => value(first + at)).flat())),
      readCoarse: () => Promise.resolve(coarsePairs),
      isWhole: false
    }
    const whole = await readBuckets(source, 0, fineCount * 20_000, 1000)
    expect(whole.max.findIndex((high) => high > 0.1)).toBe(Math.floor((345_678 / (fineCount * 2)) * 1000))
    expect(whole.state.slice(0, 499).every((state) => state === 'sound')).toBe(true)
    expect(whole.state.slice(501).every((state) => state === 'unread')).toBe(true)
    const near = await readBuckets(source, 3_456_780_000 - 50_000, 3_456_780_000 + 50_000, 4000)
    expect(near.state).toHaveLength(10)
    expect(near.max.map((high) => high > 0.1)).toEqual([false, false, false, false, false, true, false, false, false, false])
  })
})
