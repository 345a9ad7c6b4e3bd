import { useSessionStore } from '../stores/sessionStore'

const storageKey = 'countersign.theme'

/** Shows the theme that was chosen last on this machine, and keeps page and memory in step with the store from here on. */
export function startTheme(): void {
  const stored = localStorage.getItem(storageKey)
  if (stored === 'dark' || stored === 'light') useSessionStore.getState().setTheme(stored)
  const apply = (theme: 'dark' | 'light') => {
    document.documentElement.dataset['theme'] = theme
  }
  apply(useSessionStore.getState().theme)
  useSessionStore.subscribe((state, previous) => {
    if (state.theme === previous.theme) return
    apply(state.theme)
    localStorage.setItem(storageKey, state.theme)
  })
}
