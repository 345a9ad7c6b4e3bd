import { z } from 'zod'
import { routeSchema } from '#shared/model/desk'
import { linkIdSchema, passageIdSchema, reportIdSchema, tagIdSchema } from '#shared/model/ids'
import { passageSpanSchema } from '#shared/model/report'
import { useCaseStore } from '../stores/caseStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useSessionStore } from '../stores/sessionStore'
import { showTag, useShownTag } from '../stores/showTag'

const selectedSchema = z.object({
  tagId: tagIdSchema.nullable(),
  passageId: passageIdSchema.nullable(),
  linkId: linkIdSchema.nullable(),
  reportId: reportIdSchema.nullable(),
  span: passageSpanSchema.nullable()
})
type Selected = z.infer<typeof selectedSchema>

/** What the windows of one app tell each other: what is selected, and which case is on screen. Records come from the core alone. */
const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('selected'), selected: selectedSchema }),
  /** Asks the main window to bring its footage to a tag. */
  z.object({ type: z.literal('show'), tagId: tagIdSchema }),
  z.object({ type: z.literal('place'), route: routeSchema, selected: selectedSchema }),
  /** Asks the main window to go to a screen, which the other does not have. */
  z.object({ type: z.literal('go'), route: routeSchema }),
  /** Asks the main window where it is. */
  z.object({ type: z.literal('where') })
])
type Message = z.infer<typeof messageSchema>

const selectedNow = (): Selected => {
  const { tagId, passageId, linkId, reportId, span } = useSelectionStore.getState()
  return { tagId, passageId, linkId, reportId, span }
}
const isSame = (one: Selected, other: Selected) => JSON.stringify(one) === JSON.stringify(other)

/** Has this window follow what is selected in the other, and the other way round. */
export function linkWindows(role: 'main' | 'reports'): void {
  // Heard by windows of the same app alone.
  const channel = new BroadcastChannel('countersign.windows')
  const send = (message: Message) => channel.postMessage(message)
  let known = selectedNow()

  useSelectionStore.subscribe(() => {
    const selected = selectedNow()
    if (isSame(selected, known)) return
    known = selected
    send({ type: 'selected', selected })
  })
  let told = useSessionStore.getState().route
  useSessionStore.subscribe(({ route }) => {
    if (route === told) return
    told = route
    send(role === 'main' ? { type: 'place', route, selected: selectedNow() } : { type: 'go', route })
  })

  const select = (selected: Selected) => {
    known = selected
    useSelectionStore.getState().select(selected)
  }
  // The footage is in the main window alone.
  if (role === 'reports') {
    useShownTag.subscribe(({ shown }) => {
      if (shown !== null) send({ type: 'show', tagId: shown.tagId })
    })
  }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { success, data: message } = messageSchema.safeParse(data)
    if (!success) return
    if (message.type === 'selected') select(message.selected)
    else if (message.type === 'show' && role === 'main') {
      const tag = useCaseStore.getState().tags.get(message.tagId)
      if (tag !== undefined) showTag(tag)
    } else if (message.type === 'where' && role === 'main')
      send({ type: 'place', route: useSessionStore.getState().route, selected: selectedNow() })
    else if (message.type === 'place' && role === 'reports') {
      told = message.route
      useSessionStore.getState().go(message.route)
      select(message.selected)
    } else if (message.type === 'go' && role === 'main') useSessionStore.getState().go(message.route)
  })
  if (role === 'reports') send({ type: 'where' })
}
