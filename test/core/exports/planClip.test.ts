import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planClip } from '#core/exports/planClip'
import { closedKeyframes, type CutSource } from '#core/media/index'

/** Groups of pictures of any length, each shown in any gaps, in the file's own order: every third picture comes before the two it leans on. */
const sources = fc
  .array(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((groups): CutSource => {
    let timeUs = 0
    const packets = groups.flatMap((gaps) => {
      const shown = gaps.map((gap) => (timeUs += gap) - gap)
      const order = shown.map((_, index) => (index % 3 === 1 && index + 1 < shown.length ? index + 1 : index % 3 === 2 ? index - 1 : index))
      return order.map((index, place) => ({ timeUs: shown[index] ?? 0, isKeyframe: place === 0, isShown: true }))
    })
    return { packets, videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodecs: ['aac'], endUs: timeUs, restartUs: null }
  })
const shares = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true }))

it('an exact plan has each frame of the range once, joined without a gap, and copies from a keyframe up to another', () => {
  fc.assert(
    fc.property(sources, shares, (source, [a, b]) => {
      const inUs = Math.floor(Math.min(a, b) * source.endUs)
      const asked = { inUs, outUs: Math.max(inUs + 1, Math.floor(Math.max(a, b) * source.endUs)) }
      const closed = closedKeyframes(source.packets)
      const restartUs = closed.find((timeUs) => timeUs >= asked.inUs && timeUs < asked.outUs) ?? null
      const plan = planClip({ ...source, restartUs }, asked, 'exact')
      const times = source.packets.map((packet) => packet.timeUs).sort((x, y) => x - y)
      expect(plan.real.inUs).toBe(times.findLast((timeUs) => timeUs <= asked.inUs))
      expect(plan.real.outUs).toBe(times.find((timeUs) => timeUs >= asked.outUs) ?? source.endUs)
      expect(plan.parts[0]?.inUs).toBe(plan.real.inUs)
      expect(plan.parts.at(-1)?.outUs).toBe(plan.real.outUs)
      plan.parts.slice(1).forEach((part, index) => expect(part.inUs).toBe(plan.parts[index]?.outUs))
      expect(plan.frameCount).toBe(times.filter((timeUs) => timeUs >= plan.real.inUs && timeUs < plan.real.outUs).length)
      for (const part of plan.parts.filter((one) => one.kind === 'copied')) {
        expect(closed).toContain(part.inUs)
        expect([...closed, source.endUs]).toContain(part.outUs)
        expect(part.packetCount).toBe(part.frameCount)
      }
    })
  )
})

it('a plan at keyframes holds all that was asked, and nothing beyond the keyframes around it', () => {
  fc.assert(
    fc.property(sources, shares, (source, [a, b]) => {
      const inUs = Math.floor(Math.min(a, b) * source.endUs)
      const asked = { inUs, outUs: Math.max(inUs + 1, Math.floor(Math.max(a, b) * source.endUs)) }
      const { real, parts } = planClip(source, asked, 'keyframes')
      const closed = closedKeyframes(source.packets)
      expect(real.inUs).toBe(closed.findLast((timeUs) => timeUs <= asked.inUs))
      expect(real.outUs).toBe(closed.find((timeUs) => timeUs >= asked.outUs) ?? source.endUs)
      expect(parts).toHaveLength(1)
    })
  )
})
