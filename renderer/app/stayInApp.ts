/** The part of the Navigation API's event that is used here; not every version of TypeScript declares it. */
interface Navigating extends Event {
  readonly destination: { readonly url: string }
}

const isNavigating = (event: Event): event is Navigating => 'destination' in event

/** Refuses every way out of the app that begins in the page itself; a browser, unlike Electron, has nobody else to refuse it. */
export function stayInApp(): void {
  const navigation: unknown = Reflect.get(window, 'navigation')
  if (!(navigation instanceof EventTarget)) return
  navigation.addEventListener('navigate', (event) => {
    if (isNavigating(event) && new URL(event.destination.url).origin !== location.origin) event.preventDefault()
  })
}
