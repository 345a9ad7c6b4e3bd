import { create } from 'zustand'
import { afterStep, placeSchema, preferencesSchema, type Place, type PlaceStep, type Preferences } from '#shared/model/desk'
import { speakableLocale, type Locale } from '#shared/messages/locale'
import { connection } from '../app/connection'
import { useSessionStore } from './sessionStore'

interface DeskState {
  preferences: Preferences
  place: Place
  /** Takes over what the core holds. */
  load: () => Promise<void>
  /** Takes over what another window of the user saved. */
  receive: (preferences: Preferences) => void
  /** Changes some preferences, at once on screen and then on disk. */
  prefer: (part: Partial<Preferences>) => void
  /** Keeps where the user is. Steps that come close together are written as one. */
  keep: (step: PlaceStep) => void
}

const writeAfterMs = 300

let waiting: PlaceStep | null = null
let timer: ReturnType<typeof setTimeout> | null = null

/** How the user wants the app, and where the user was: a copy of what the core keeps for the next start. */
export const useDeskStore = create<DeskState>()((set, get) => ({
  preferences: preferencesSchema.parse({}),
  place: placeSchema.parse({}),
  load: async () => {
    const { preferences, place } = await connection().client.desk.get()
    // What was typed while the core was away is newer than what it holds.
    set({ preferences, place: waiting === null ? place : afterStep(place, waiting) })
    if (waiting !== null) timer ??= setTimeout(writePlace, writeAfterMs)
  },
  receive: (preferences) => set({ preferences }),
  prefer: (part) => {
    const preferences = { ...get().preferences, ...part }
    set({ preferences })
    void useSessionStore.getState().write(() => connection().client.desk.savePreferences(preferences))
  },
  keep: (step) => {
    set({ place: afterStep(get().place, step) })
    waiting = { ...waiting, ...step, cases: { ...waiting?.cases, ...step.cases }, drafts: { ...waiting?.drafts, ...step.drafts } }
    timer ??= setTimeout(writePlace, writeAfterMs)
  }
}))

// It is not waited for and shows no problem of its own: the case's records are safe without it, and the next step tries again.
function writePlace(): void {
  const step = waiting
  waiting = null
  timer = null
  if (step === null) return
  connection()
    .client.desk.keepPlace(step)
    .catch(() => {
      waiting = { ...step, ...waiting, cases: { ...step.cases, ...waiting?.cases }, drafts: { ...step.drafts, ...waiting?.drafts } }
    })
}

/** Hands over at once what waits to be written, e.g. before the page goes. */
export function flushPlace(): void {
  if (timer !== null) clearTimeout(timer)
  writePlace()
}

/** The language on screen: the one that was chosen, else the system's where the app speaks it. */
export const localeOf = ({ locale }: Preferences): Locale => locale ?? speakableLocale(navigator.languages)
export const useLocale = (): Locale => useDeskStore(({ preferences }) => localeOf(preferences))

// Before anything is drawn in another language, so that the codebook's words come in it at once.
useDeskStore.subscribe(({ preferences }, before) => {
  if (preferences.locale !== before.preferences.locale) useSessionStore.getState().speak(localeOf(preferences))
})

/** The theme on screen. */
export const useTheme = (): Preferences['theme'] => useDeskStore(({ preferences }) => preferences.theme)

/** A text that is being written and not saved yet: kept at every letter, so that a crash takes none of it. */
interface Draft {
  text: string
  isChanged: boolean
  change: (text: string) => void
  /** Forgets the draft, once it is saved or given up. */
  done: () => void
}

/** The draft of a field, by a name that stays the same across starts, e.g. `tag <id> note`; `saved` is what it stands on. */
export function useDraft(name: string, saved: string): Draft {
  const draft = useDeskStore(({ place }) => place.drafts[name])
  const { keep } = useDeskStore.getState()
  return {
    text: draft ?? saved,
    isChanged: draft !== undefined && draft !== saved,
    change: (text) => keep({ drafts: { [name]: text === saved ? null : text } }),
    done: () => keep({ drafts: { [name]: null } })
  }
}
