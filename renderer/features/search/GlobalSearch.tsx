import { useMemo, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommands, type Command } from '../../app/commands'
import { Dialog } from '../../ui/Dialog'
import { SearchPanel } from './SearchPanel'

const say = messagesOf('search')

/** Search from wherever one is: the box of the screen where it has one, and a dialog over it where it has none. */
export function GlobalSearch() {
  const [isOpen, setOpen] = useState(false)
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'app.search',
        run: () => {
          const box = document.querySelector<HTMLInputElement>('[data-search-box]')
          if (box === null) setOpen(true)
          else box.select()
          box?.focus()
        }
      }
    ],
    []
  )
  useCommands(commands)
  if (!isOpen) return null
  return (
    <Dialog open onOpenChange={setOpen} title={say('title')} width="wide">
      <SearchPanel caseIds={null} hasFocus onOpened={() => setOpen(false)} />
    </Dialog>
  )
}
