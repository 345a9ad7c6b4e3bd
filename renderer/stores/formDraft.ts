import { useState } from 'react'
import type { z } from 'zod'
import { useDraft } from './deskStore'

/** A form that is being filled and not saved yet: kept at every letter, so that a crash takes none of it. */
interface FormDraft<Form> {
  form: Form
  change: (form: Form) => void
  /** Forgets what was kept, once the form is saved or given up. */
  done: () => void
}

/**
 * The draft of a whole form, by a name that stays the same across starts, e.g. `person <id>`; `saved` is what it stands on. `half` is what a
 * half-filled form may hold: something else that was kept, e.g. by an older version, is passed over.
 */
export function useFormDraft<Form extends object>(name: string, half: z.ZodType<Form>, saved: Form): FormDraft<Form> {
  const draft = useDraft(name, JSON.stringify(saved))
  const [form, setForm] = useState(() => readForm(draft.text, half) ?? saved)
  return {
    form,
    change: (next) => {
      setForm(next)
      draft.change(JSON.stringify(next))
    },
    done: draft.done
  }
}

/** The form that a text holds, or null where it holds none. */
export function readForm<Form extends object>(text: string, half: z.ZodType<Form>): Form | null {
  try {
    return half.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // What is no JSON was no form: there is nothing to bring back.
    return null
  }
}
