import { z } from 'zod'
import { localeSchema } from '../messages/locale'

const mostCommands = 400

/** What a window wants in the application's menu: every command under its group, as it is named, keyed and offered now. */
export const windowMenuSchema = z.object({
  /** The language of the menus that are not the window's own. */
  locale: localeSchema,
  groups: z
    .array(
      z.object({
        label: z.string().max(200),
        items: z
          .array(
            z.object({
              id: z.string().min(1).max(200),
              label: z.string().max(500),
              /** As commands name it, e.g. `Ctrl+K`; null where it has none. It is shown only: the window itself listens for keys. */
              keys: z.string().max(40).nullable(),
              isEnabled: z.boolean()
            })
          )
          .max(mostCommands)
      })
    )
    .max(20)
})
export type WindowMenu = z.infer<typeof windowMenuSchema>
