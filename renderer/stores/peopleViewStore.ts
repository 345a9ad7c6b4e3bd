import { create } from 'zustand'
import type { PersonId } from '#shared/model/ids'

interface PeopleView {
  /** The person shown; the first of the case where it is null, or where that person is not in the case. */
  personId: PersonId | null
  show: (personId: PersonId) => void
}

/** Which person is shown, so that who opens a moment finds the same person on coming back. */
export const usePeopleViewStore = create<PeopleView>()((set) => ({ personId: null, show: (personId) => set({ personId }) }))
