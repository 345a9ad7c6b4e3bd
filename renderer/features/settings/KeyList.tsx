import { useMemo, useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CommandDefinition } from '../../app/commandCatalog'
import { byGroup, knownCommands, useCommandStore } from '../../app/commands'
import { chosenKeys } from '../../app/planKeys'
import { useDeskStore } from '../../stores/deskStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/TextField'
import { KeyRow } from './KeyRow'
import styles from './SettingsScreen.module.css'

const say = messagesOf('settings')
const sayApp = messagesOf('app')

/** Every command with its keys, to change, take away and reset. */
export function KeyList() {
  const choices = useDeskStore((state) => state.preferences.keys)
  const offered = useCommandStore((state) => state.commands)
  const [typed, setTyped] = useState('')
  const [isAsking, setAsking] = useState(false)
  // What is offered tells the keys of commands that name them themselves.
  const commands = useMemo(() => (offered.size === 0 ? [] : knownCommands()), [offered])
  const wanted = typed.trim().toLowerCase()
  const found = commands.filter((command) => wanted === '' || wordsOf(command, chosenKeys(choices, command)).includes(wanted))
  const chosenCount = Object.keys(choices).length
  const resetAll = () => {
    useDeskStore.getState().prefer({ keys: {} })
    setAsking(false)
  }
  return (
    <section className={styles['section']} aria-labelledby="settings-keys">
      <div className={styles['bar']}>
        <h2 id="settings-keys" className={styles['heading']}>
          {say('keys')}
        </h2>
        <p className={styles['hint']}>{say('keysHint')}</p>
      </div>
      <div className={styles['bar']}>
        <div className={styles['find']}>
          <TextField label={say('find')} isLabelHidden placeholder={say('find')} value={typed} onValueChange={setTyped} />
        </div>
        <Button disabled={chosenCount === 0} onClick={() => setAsking(true)}>
          {say('resetAll')}
        </Button>
      </div>
      {found.length === 0 && <EmptyState title={say('nothingFound')} />}
      <div className={styles['groups']}>
        {byGroup(found).map(({ group, commands: listed }) => (
          <section key={group} className={styles['group']} aria-label={sayApp(`group${group}`)}>
            <h3 className={styles['groupName']}>{sayApp(`group${group}`)}</h3>
            <ul>
              {listed.map((command) => (
                <KeyRow key={command.id} command={command} commands={commands} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={say('resetAllAsk')}
        description={say('resetAllText', { count: chosenCount })}
        width="narrow"
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{say('keep')}</Button>
            <Button variant="primary" onClick={resetAll}>
              {say('resetAll')}
            </Button>
          </>
        }
      />
    </section>
  )
}

const wordsOf = (command: CommandDefinition, keys: readonly string[]) => [command.label(), command.id, ...keys].join(' ').toLowerCase()
