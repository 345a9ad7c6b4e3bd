import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { useCommandStore, type Command } from './commands'
import styles from './HelpDialog.module.css'
import { isOffered } from './useShortcuts'

/** The keys that work on the screen as it is. */
export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const commands = useCommandStore((state) => state.commands)
  const offered = [...commands.values()].filter((command) => command.keys.length > 0 && isOffered(command))
  const sizeOf = (group: string) => offered.filter((command) => command.group === group).length
  // Short groups first: they share a column, and the long ones get one each.
  const groups = [...new Set(offered.map((command) => command.group))].toSorted((one, other) => sizeOf(one) - sizeOf(other))
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys that work now" width="page">
      <div className={styles['groups']} role="region" aria-label="Keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['name']}>{group}</h3>
            <dl className={styles['list']}>
              {offered
                .filter((command) => command.group === group)
                .map((command) => (
                  <CommandKeys key={command.id} command={command} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['note']}>While you type in a field, the keys write and do nothing else. Escape leaves a dialog.</p>
    </Dialog>
  )
}

function CommandKeys({ command }: { command: Command }) {
  return (
    <div className={styles['row']}>
      <dt className={styles['label']}>{command.label}</dt>
      <dd className={styles['keys']}>
        {command.keys.map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
      </dd>
    </div>
  )
}
