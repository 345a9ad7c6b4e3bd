import { createCanvas, fillRect } from '#core/demonstration/canvas'
import { createCornerDarkener } from '#core/demonstration/createCornerDarkener'
import { createScenePainter, frameHeightPx, frameWidthPx } from '#core/demonstration/scene'
import { sceneA } from '#core/demonstration/sceneA'
import { sceneB } from '#core/demonstration/sceneB'
import { describe, expect, test } from 'vitest'

const pixel = (planes: Uint8ClampedArray, at: number) => [0, 1, 2].map((plane) => planes[(plane * planes.length) / 3 + at])

describe('what is drawn', () => {
  test('a colour is what BT.709 makes of it', () => {
    const canvas = createCanvas(4, 1)
    fillRect(canvas, 0, 0, 1, 1, [0, 0, 0])
    fillRect(canvas, 1, 0, 1, 1, [255, 255, 255])
    fillRect(canvas, 2, 0, 1, 1, [255, 0, 0])
    fillRect(canvas, 3, 0, 1, 1, [0, 0, 255])
    expect([0, 1, 2, 3].map((at) => pixel(canvas.planes, at))).toEqual([
      [16, 128, 128],
      [235, 128, 128],
      [63, 102, 240],
      [32, 240, 118]
    ])
  })

  test('the corners are darkened and keep their colour, the middle stays', () => {
    const canvas = createCanvas(64, 36)
    fillRect(canvas, 0, 0, 64, 36, [200, 100, 50])
    const [luma = 0, blueness = 0, redness = 0] = pixel(canvas.planes, 0)
    createCornerDarkener(64, 36)(canvas)
    expect(pixel(canvas.planes, 18 * 64 + 32)).toEqual([luma, blueness, redness])
    const [darkLuma = 0, darkBlueness = 0, darkRedness = 0] = pixel(canvas.planes, 0)
    for (const share of [(darkLuma - 16) / (luma - 16), (darkBlueness - 128) / (blueness - 128), (darkRedness - 128) / (redness - 128)])
      expect(share).toBeCloseTo(0.58, 1)
  })

  test.each([sceneA, sceneB])('$label is the same each time, and nothing of a frame is left over from another', (scene) => {
    const paint = createScenePainter(scene)
    const fresh = new Uint8ClampedArray(frameWidthPx * frameHeightPx * 3)
    const used = new Uint8ClampedArray(fresh.length).fill(200)
    paint(38, fresh)
    paint(52, used)
    createScenePainter(scene)(38, used)
    expect(Buffer.compare(new Uint8Array(used.buffer), new Uint8Array(fresh.buffer))).toBe(0)
    // A pixel that nothing painted has no brightness at all, which no colour gives.
    expect(fresh.subarray(0, frameWidthPx * frameHeightPx).every((luma) => luma >= 16)).toBe(true)
  })
})
