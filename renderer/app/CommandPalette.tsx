import { Command as Palette } from 'cmdk'
import { Dialog as RadixDialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case } from '#shared/model/case'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { foldText } from '../ui/foldText'
import { Kbd } from '../ui/Kbd'
import { byGroup, shownCommand, useCommandStore, type ShownCommand } from './commands'
import styles from './CommandPalette.module.css'
import { connection } from './connection'
import { isOffered, runCommand } from './useShortcuts'

const say = messagesOf('app')

/** Everything that can be done now, what was done last before it, and every case, by a few letters. Mounted while it is open. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const commands = useCommandStore((state) => state.commands)
  const recent = useCommandStore((state) => state.recent)
  const [typed, setTyped] = useState('')
  const go = useSessionStore((state) => state.go)
  const cases = useCases()
  const offered = [...commands.values()].filter((command) => command.id !== 'app.palette' && isOffered(command)).map(shownCommand)
  const again = recent.flatMap((id) => offered.filter((command) => command.id === id))

  const choose = (act: () => void) => {
    onClose()
    // After the palette has gone, so that what opens next keeps the focus.
    setTimeout(act)
  }
  const run = (id: string) =>
    choose(() => {
      const command = useCommandStore.getState().commands.get(id)
      if (command === undefined) return
      useCommandStore.getState().used(id)
      runCommand(command)
    })
  return (
    <RadixDialog.Root open onOpenChange={(open) => open || onClose()}>
      <RadixDialog.Portal>
        <div className={styles['shade']}>
          <RadixDialog.Content className={styles['palette']} data-modal-dialog="" aria-describedby={undefined}>
            <RadixDialog.Title className={styles['title']}>{say('paletteTitle')}</RadixDialog.Title>
            <Palette label={say('paletteLabel')} loop filter={hasAllWords}>
              <Palette.Input className={styles['input']} placeholder={say('palettePlaceholder')} value={typed} onValueChange={setTyped} />
              <Palette.List className={styles['list']}>
                <Palette.Empty className={styles['empty']}>{say('paletteEmpty')}</Palette.Empty>
                {typed === '' && again.length > 0 && <CommandGroup heading={say('recent')} place="recent" commands={again} onRun={run} />}
                {byGroup(offered).map(({ group, commands: listed }) => (
                  <CommandGroup key={group} heading={say(`group${group}`)} place="" commands={listed} onRun={run} />
                ))}
                {cases.length > 0 && (
                  <Palette.Group heading={say('cases')} className={styles['group']}>
                    {cases.map((one) => (
                      <Palette.Item
                        key={one.id}
                        value={`${one.incidentNumber} ${one.place} ${one.id}`}
                        className={styles['item']}
                        onSelect={() => choose(() => go({ screen: 'case', caseId: one.id, view: 'workbench' }))}
                      >
                        <span className={styles['label']}>
                          {one.incidentNumber} · {one.place}
                        </span>
                      </Palette.Item>
                    ))}
                  </Palette.Group>
                )}
              </Palette.List>
            </Palette>
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

/** 1 where every word typed stands in the words of an item, 0 where one does not: letters strewn over a line find what nobody meant. */
function hasAllWords(item: string, typed: string): number {
  const within = foldText(item)
  return foldText(typed)
    .split(/\s+/)
    .every((word) => within.includes(word))
    ? 1
    : 0
}

interface CommandGroupProps {
  heading: string
  /** Tells the same command in two groups apart. */
  place: string
  commands: readonly ShownCommand[]
  onRun: (id: string) => void
}

function CommandGroup({ heading, place, commands, onRun }: CommandGroupProps) {
  return (
    <Palette.Group heading={heading} className={styles['group']}>
      {commands.map(({ id, label, keys }) => (
        <Palette.Item key={id} value={`${label} ${id} ${place}`} className={styles['item']} onSelect={() => onRun(id)}>
          <span className={styles['label']}>{label}</span>
          {keys[0] !== undefined && <Kbd keys={keys[0]} />}
        </Palette.Item>
      ))}
    </Palette.Group>
  )
}

/** Every case that is not withdrawn; none until they are there. */
function useCases(): readonly Case[] {
  const [cases, setCases] = useState<readonly Case[]>([])
  useEffect(() => {
    let isStale = false
    connection()
      .client.cases.list()
      .then((rows) => {
        if (!isStale) setCases(rows.map((row) => row.case).filter((one) => one.withdrawn === null))
      })
      .catch((error: unknown) => {
        const problem = problemOf(error)
        useSessionStore.getState().notify(problem.what, problem)
      })
    return () => {
      isStale = true
    }
  }, [])
  return cases
}
