// What runs in the page under measurement: each function stands alone, since only its own text gets there.

/** One way to use the timeline: what is sent to it at each frame. */
export type Movement = 'scroll' | 'zoom' | 'drag'

/** Moves the timeline at every frame for so many frames, and answers with how long each frame took, in milliseconds. */
export async function frameTimes({ movement, frames }: { movement: Movement; frames: number }): Promise<number[]> {
  const timeline = document.querySelector('section[aria-label="Timeline"]')
  const lane = timeline?.querySelector('[role="group"][aria-label^="Lane "]') ?? null
  if (timeline === null || lane === null) throw new Error('There is no timeline.')
  const box = lane.getBoundingClientRect()
  const y = box.top + box.height / 2
  const wheel = (deltaY: number, isZoom: boolean) =>
    lane.dispatchEvent(
      new WheelEvent('wheel', { deltaY, ctrlKey: isZoom, clientX: box.left + box.width / 2, clientY: y, bubbles: true, cancelable: true })
    )
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  // Near enough that panning moves marks, far enough that many are in view.
  const prepare = movement === 'zoom' ? 0 : 12
  for (let step = 0; step < prepare; step += 1) {
    wheel(-100, true)
    await nextFrame()
  }
  const handle = timeline.querySelector('[data-edge="end"]')
  const track = lane.parentElement
  const held = handle ?? track
  if (held === null) throw new Error('There is nothing to drag.')
  const from = held.getBoundingClientRect()
  const startX = handle === null ? box.left + box.width / 2 : from.left + 4
  const point = (type: string, x: number) =>
    held.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        buttons: 1,
        clientX: x,
        clientY: y,
        bubbles: true,
        cancelable: true,
        isPrimary: true
      })
    )
  // A made pointer cannot be captured; what is dragged asks whether it is.
  held.setPointerCapture = () => undefined
  held.hasPointerCapture = () => true
  if (movement === 'drag') point('pointerdown', startX)
  const times: number[] = []
  let before = await nextFrame()
  for (let frame = 0; frame < frames; frame += 1) {
    const swing = Math.sin((frame / 60) * Math.PI)
    if (movement === 'scroll') wheel(Math.cos((frame / 60) * Math.PI) * 60, false)
    else if (movement === 'zoom') wheel(frame % 80 < 40 ? -40 : 40, true)
    else point('pointermove', startX + 60 * swing)
    const now = await nextFrame()
    times.push(now - before)
    before = now
  }
  // Dropped where it was taken up: nothing is saved.
  if (movement === 'drag') {
    point('pointermove', startX)
    point('pointerup', startX)
  }
  Reflect.deleteProperty(held, 'setPointerCapture')
  Reflect.deleteProperty(held, 'hasPointerCapture')
  return times
}

/** Scrolls both accounts at every frame for so many frames, down and up again, and answers with how long each frame took, in milliseconds. */
export async function accountFrameTimes(frames: number): Promise<number[]> {
  const scrollerAround = (element: Element | null): Element | null =>
    element === null || getComputedStyle(element).overflowY === 'auto' ? element : scrollerAround(element.parentElement)
  const events = scrollerAround(document.querySelector('[data-testid="footage-column"] :is([data-tag], [data-event-group])'))
  const words = scrollerAround(document.querySelector('[data-testid="report-text"]'))
  if (events === null || words === null) throw new Error('There are no two accounts.')
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const times: number[] = []
  let before = await nextFrame()
  for (let frame = 0; frame < frames; frame += 1) {
    const by = frame % 120 < 60 ? 40 : -40
    events.scrollBy(0, by)
    words.scrollBy(0, by / 2)
    const now = await nextFrame()
    times.push(now - before)
    before = now
  }
  return times
}

/**
 * From the press of a key on: how many frames until its tag is on screen. Tells when the key came, in milliseconds since 1970, and how
 * many later the window was told that its tag is saved, which it hears only when it has drawn.
 */
export async function pressToTag(): Promise<{ frames: number; pressedAtMs: number; toldMs: number }> {
  performance.clearMarks('tag-saved')
  const isShown = () => document.querySelector('[data-open-range]') !== null
  if (isShown()) throw new Error('A range is open already.')
  const pressed = await new Promise<number>((resolve) => {
    addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true })
    document.body.dataset['isListening'] = 'true'
  })
  let frames = 0
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    frames += 1
    if (isShown()) break
    if (frames > 600) throw new Error('The tag did not come.')
  }
  for (;;) {
    const [saved] = performance.getEntriesByName('tag-saved')
    if (saved !== undefined) return { frames, pressedAtMs: performance.timeOrigin + pressed, toldMs: saved.startTime - pressed }
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
}

/** From the click that comes next on: milliseconds until the case's timeline is drawn. */
export async function clickToCase(): Promise<number> {
  const clicked = await new Promise<number>((resolve) => {
    addEventListener('click', () => resolve(performance.now()), { capture: true, once: true })
    document.body.dataset['isListening'] = 'true'
  })
  for (;;) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    if (document.querySelector('section[aria-label="Timeline"] [role="group"]') !== null) return now - clicked
    if (now - clicked > 60_000) throw new Error('The case did not open.')
  }
}
