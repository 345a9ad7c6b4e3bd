import { Command as Palette } from 'cmdk'
import { Dialog as RadixDialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { Case } from '#shared/model/case'
import { problemOf } from '../stores/problemOf'
import { useSessionStore } from '../stores/sessionStore'
import { Kbd } from '../ui/Kbd'
import { useCommandStore } from './commands'
import styles from './CommandPalette.module.css'
import { connection } from './connection'
import { isOffered, runCommand } from './useShortcuts'

/** Everything that can be done now, and every case, by a few letters. Mounted while it is open. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const commands = useCommandStore((state) => state.commands)
  const [cases, setCases] = useState<readonly Case[]>([])
  const go = useSessionStore((state) => state.go)
  const offered = [...commands.values()].filter((command) => command.id !== 'app.palette' && isOffered(command))
  const groups = [...new Set(offered.map((command) => command.group))]

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

  const choose = (act: () => void) => {
    onClose()
    // After the palette has gone, so that what opens next keeps the focus.
    setTimeout(act)
  }
  return (
    <RadixDialog.Root open onOpenChange={(open) => open || onClose()}>
      <RadixDialog.Portal>
        <div className={styles['shade']}>
          <RadixDialog.Content className={styles['palette']} data-modal-dialog="" aria-describedby={undefined}>
            <RadixDialog.Title className={styles['title']}>Search commands and cases</RadixDialog.Title>
            <Palette label="Commands and cases" loop>
              <Palette.Input className={styles['input']} placeholder="What do you want to do? Or an incident number…" />
              <Palette.List className={styles['list']}>
                <Palette.Empty className={styles['empty']}>Nothing here goes by that name.</Palette.Empty>
                {groups.map((group) => (
                  <Palette.Group key={group} heading={group} className={styles['group']}>
                    {offered
                      .filter((command) => command.group === group)
                      .map((command) => (
                        <Palette.Item
                          key={command.id}
                          value={`${command.label} ${command.id}`}
                          className={styles['item']}
                          onSelect={() => choose(() => runCommand(command))}
                        >
                          <span className={styles['label']}>{command.label}</span>
                          {command.keys[0] !== undefined && <Kbd keys={command.keys[0]} />}
                        </Palette.Item>
                      ))}
                  </Palette.Group>
                ))}
                {cases.length > 0 && (
                  <Palette.Group heading="Cases" className={styles['group']}>
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
