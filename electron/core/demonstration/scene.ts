import { copyWindow, createCanvas, fillEllipse, fillRect, type Canvas, type Colour, type Point } from './canvas'
import { cameraA, type DemonstrationFootage, moments } from './demonstrationScript'
import { createCornerDarkener } from './createCornerDarkener'
import { betweenPoses, drawFigure, type Clothing, type Pose } from './figure'
import { drawText } from './pixelText'
import { createStreet, lightStates, lightStrength, type StreetView } from './street'
import { neighbours, numberAt, type Track } from './timeline'
import { drawWearer, type Wearer } from './wearer'

/** Size in which the demonstration is drawn; ffmpeg doubles it. */
export const frameWidthPx = 640
export const frameHeightPx = 360

/** One person's part in a scene. Seconds are those of camera A. */
export interface Part {
  clothing: Clothing
  /** Where the feet stand in the painted street. */
  x: Track<number>
  y: Track<number>
  heightPx: Track<number>
  pose: Track<Pose>
}

/** What one camera sees. */
export interface Scene {
  footage: DemonstrationFootage
  view: StreetView
  /** Upper left corner of the picture in the painted street. */
  cameraX: Track<number>
  cameraY: Track<number>
  /** From far to near. */
  parts: readonly Part[]
  /** How hard the camera shakes at each strike, in pixels. */
  shakePx: number
  label: string
  /** What the camera sees of its own wearer, over all else. */
  wearer: Wearer
}

/** Prepares a scene; the answer draws it as it is at a second of camera A, over the whole of `frame` (the planes of a canvas of the frame's size). */
export function createScenePainter(scene: Scene): (second: number, frame: Uint8ClampedArray) => void {
  const street = createStreet(scene.view)
  const darkenCorners = createCornerDarkener(frameWidthPx, frameHeightPx)

  return (second, frame) => {
    const canvas = createCanvas(frameWidthPx, frameHeightPx, frame)
    const state = Math.floor(second * lightStates) % lightStates
    const sway = swayAt(second, scene)
    const corner = copyWindow(canvas, street(state), numberAt(scene.cameraX, second) + sway.x, numberAt(scene.cameraY, second) + sway.y)
    const light = lightOf(state)
    for (const part of scene.parts) {
      const { from, to, share } = neighbours(part.pose, second)
      const feet = { x: numberAt(part.x, second) - corner.x, y: numberAt(part.y, second) - corner.y }
      drawFigure(canvas, feet, numberAt(part.heightPx, second), betweenPoses(from, to, share), part.clothing, light)
    }
    drawWearer(canvas, scene.wearer, second, light)
    drawCaption(canvas, scene.label, second)
    darkenCorners(canvas)
  }
}

function lightOf(state: number): Colour {
  const { red, blue } = lightStrength(state)
  return [0.86 + 0.12 * red, 0.84, 0.88 + 0.16 * blue]
}

/** A worn camera is never still: breath, steps, and a jolt at each strike and at the takedown. */
function swayAt(second: number, scene: Scene): Point {
  const jolts = [...moments.strikes.map((at) => ({ at, px: scene.shakePx })), { at: moments.takedown + 0.5, px: scene.shakePx * 1.6 }]
  const jolt = jolts.reduce(
    (sum, { at, px }) => sum + (second >= at ? px * Math.exp(-(second - at) * 5) * Math.cos((second - at) * 24) : 0),
    0
  )
  return {
    x: 3 * Math.sin(second * 1.1) + 2 * Math.sin(second * 2.3 + 1) + jolt * 0.5,
    y: 2.5 * Math.sin(second * 1.7 + 2) + 1.5 * Math.sin(second * 3.1) + jolt
  }
}

const cameraAStartMs = Date.parse(cameraA.draft.startsAt ?? '')

function drawCaption(canvas: Canvas, label: string, second: number): void {
  // The clock shows local time; the zone was four hours behind UTC that evening.
  const clock = new Date(cameraAStartMs + Math.floor(second + 1e-6) * 1000 - 4 * 3_600_000).toISOString()
  const caption = `${label} · ${clock.slice(0, 10)} ${clock.slice(11, 19)}`
  fillRect(canvas, 8, 6, caption.length * 12 + 10, 26, [8, 9, 12], 0.5)
  drawText(canvas, 14, 12, caption, [240, 240, 236], 2)
  drawText(canvas, frameWidthPx - 14 - 23 * 6, frameHeightPx - 18, 'DEMONSTRATION FICTIONAL', [214, 214, 210], 1)
  if (Math.floor(second * 2) % 2 === 0) fillEllipse(canvas, frameWidthPx - 22, 19, 6, 6, [226, 54, 48])
}
