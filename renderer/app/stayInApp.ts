/** The part of the Navigation API that is used here; TypeScript does not declare it yet. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string }
}

declare global {
  interface Window {
    readonly navigation?: { addEventListener: (type: 'navigate', listener: (event: NavigateEvent) => void) => void }
  }
}

/** Refuses every way out of the app that begins in the page itself; a browser, unlike Electron, has nobody else to refuse it. */
export function stayInApp(): void {
  window.navigation?.addEventListener('navigate', (event) => {
    if (new URL(event.destination.url).origin !== location.origin) event.preventDefault()
  })
}
