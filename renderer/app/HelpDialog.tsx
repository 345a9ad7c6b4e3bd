import { messagesOf } from '#shared/messages/messagesOf'
import { useSessionStore } from '../stores/sessionStore'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { byGroup, shownCommand, useCommandStore, type ShownCommand } from './commands'
import styles from './HelpDialog.module.css'
import { isOffered } from './useShortcuts'

const say = messagesOf('app')

/** The keys that work on the screen as it is. Mounted while it is open. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const commands = useCommandStore((state) => state.commands)
  const offered = [...commands.values()]
    .filter(isOffered)
    .map(shownCommand)
    .filter(({ keys }) => keys.length > 0)
  // Short groups first: they share a column, and the long ones get one each.
  const groups = byGroup(offered).toSorted((one, other) => one.commands.length - other.commands.length)
  const openSettings = () => {
    onClose()
    useSessionStore.getState().go({ screen: 'settings' })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={say('helpTitle')}
      width="page"
      footer={commands.has('app.settings') ? <Button onClick={openSettings}>{say('changeKeys')}</Button> : undefined}
    >
      <div className={styles['groups']} role="region" aria-label={say('helpKeys')} tabIndex={0}>
        {groups.map(({ group, commands: listed }) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['name']}>{say(`group${group}`)}</h3>
            <dl className={styles['list']}>
              {listed.map((command) => (
                <Row key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles['note']}>{say('helpNote')}</p>
    </Dialog>
  )
}

function Row({ command }: { command: ShownCommand }) {
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
