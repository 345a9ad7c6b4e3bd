import { useDeskStore } from '../stores/deskStore'

/** Shows the theme that the user prefers, from here on. */
export function startTheme(): void {
  const apply = () => {
    document.documentElement.dataset['theme'] = useDeskStore.getState().preferences.theme
  }
  apply()
  useDeskStore.subscribe(apply)
}
