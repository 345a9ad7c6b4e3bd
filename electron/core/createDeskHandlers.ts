import type { Locale } from '#shared/messages/locale'
import { afterStep, placeSchema, preferencesSchema } from '#shared/model/desk'
import type { UserId } from '#shared/model/ids'
import type { CoreContext } from './context'
import { os } from './rpc/implementer'
import type { ReadableStore } from './storage'

const preferencesSetting = (userId: UserId) => `preferences ${userId}`
const placeSetting = (userId: UserId) => `place ${userId}`

/** The language that a user chose; English where the system's was left to decide, which the core does not know. */
export async function localeOf(store: ReadableStore, userId: UserId): Promise<Locale> {
  return (await store.setting(preferencesSetting(userId), preferencesSchema))?.locale ?? 'en'
}

/** How each user wants the app, and where each was. It is the app's own bookkeeping: no case rests on it, and the ledger holds none of it. */
export function createDeskHandlers({ store, emit }: CoreContext) {
  const placeOf = async (userId: UserId) => (await store.setting(placeSetting(userId), placeSchema)) ?? placeSchema.parse({})
  // One step after the other, so that two windows do not take each other's back.
  let lastStep: Promise<unknown> = Promise.resolve()
  return {
    get: os.desk.get.handler(async ({ context: { user } }) => ({
      preferences: (await store.setting(preferencesSetting(user.id), preferencesSchema)) ?? preferencesSchema.parse({}),
      place: await placeOf(user.id)
    })),
    savePreferences: os.desk.savePreferences.handler(async ({ input, context: { user } }) => {
      await store.putSetting(preferencesSetting(user.id), input)
      emit({ type: 'preferences', userId: user.id, preferences: input })
      return input
    }),
    keepPlace: os.desk.keepPlace.handler(async ({ input, context: { user } }) => {
      const step = async () => store.putSetting(placeSetting(user.id), afterStep(await placeOf(user.id), input))
      const kept = lastStep.then(step, step)
      lastStep = kept
      await kept
      return null
    })
  }
}
