import type { Page, WebSocketRoute } from 'playwright-core'

/** The line from the core to a page of the browser host, which a test can hold still to look at what is seen meanwhile. */
export interface HeldLine {
  /** Keeps back whatever the core says from now on. */
  hold: () => void
  /** Lets one message through that was kept back; none may be there yet. */
  passOne: () => void
  /** Lets everything through again. */
  release: () => void
  /** Ends the line and every new one: the core stays away. */
  cut: () => void
}

/** Takes the line of every page load from here on in hand. */
export async function holdLine(page: Page): Promise<HeldLine> {
  const kept: (() => void)[] = []
  const open = new Set<WebSocketRoute>()
  let isHeld = false
  let isCut = false
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    if (isCut) {
      void socket.close()
      return
    }
    open.add(socket)
    socket.connectToServer().onMessage((message) => {
      if (isHeld) kept.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold: () => {
      isHeld = true
    },
    passOne: () => kept.shift()?.(),
    release: () => {
      isHeld = false
      for (const pass of kept.splice(0)) pass()
    },
    cut: () => {
      isCut = true
      for (const socket of open) void socket.close()
    }
  }
}
