import { Eraser, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CommandDefinition } from '../../app/commandCatalog'
import { chosenKeys, conflictsOf, isOwnOfWindow, planKeys } from '../../app/planKeys'
import { useDeskStore } from '../../stores/deskStore'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Kbd } from '../../ui/Kbd'
import styles from './SettingsScreen.module.css'
import { useNextKey } from './useNextKey'

const say = messagesOf('settings')

/** What was pressed for a command that cannot be taken as it is. */
interface Pressed {
  key: string
  /** The commands that it means already; empty where the window itself answers to it. */
  others: readonly string[]
}

/** One command: what it does, where, its keys, and how to change them. `commands` is every command there is. */
export function KeyRow({ command, commands }: { command: CommandDefinition; commands: readonly CommandDefinition[] }) {
  const choices = useDeskStore((state) => state.preferences.keys)
  const [isListening, setListening] = useState(false)
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const label = command.label()
  const shownKey = (key: string) => (key.length === 1 ? key.toUpperCase() : key)
  const keys = chosenKeys(choices, command)
  const isChosen = choices[command.id] !== undefined

  const give = (next: readonly string[]) => {
    useDeskStore.getState().prefer({ keys: planKeys(commands, choices, command, next) })
    setPressed(null)
    setListening(false)
  }
  const take = (key: string | null) => {
    if (key === null) {
      setListening(false)
      return
    }
    const others = conflictsOf(commands, choices, command, key).map(({ id }) => commands.find((one) => one.id === id)?.label() ?? id)
    if (isOwnOfWindow(key) || others.length > 0) {
      setPressed({ key, others: isOwnOfWindow(key) ? [] : others })
      setListening(false)
    } else give([key])
  }
  useNextKey(isListening, take)

  const listen = () => {
    setPressed(null)
    setListening(true)
  }
  return (
    <li className={styles['command']}>
      <span className={styles['what']}>
        {label} <span className={styles['scope']}>{say('scope', { scope: command.scope })}</span>
      </span>
      <span className={styles['keysOf']} aria-live="polite">
        {isListening ? (
          <span role="status" className={styles['listening']}>
            {say('press')}
          </span>
        ) : (
          <>
            {isChosen && <Badge tone="focus">{say('isChosen')}</Badge>}
            {keys.map((one) => (
              <Kbd key={one} keys={one} />
            ))}
            {keys.length === 0 && <span className={styles['scope']}>{say('noKey')}</span>}
          </>
        )}
      </span>
      <span className={styles['acts']}>
        <Button size="small" aria-label={say('changeKey', { command: label })} onClick={listen}>
          {say('change')}
        </Button>
        <IconButton
          icon={Eraser}
          size="small"
          label={say('removeKey', { command: label })}
          disabled={keys.length === 0}
          onClick={() => give([])}
        />
        <IconButton
          icon={RotateCcw}
          size="small"
          label={say('resetKey', { command: label })}
          disabled={!isChosen}
          onClick={() => give(command.keys)}
        />
      </span>
      {pressed !== null && (
        <div role="alert" className={styles['conflict']}>
          <p>
            {pressed.others.length === 0
              ? say('windowsOwn', { key: shownKey(pressed.key) })
              : `${say('conflict', { key: shownKey(pressed.key), others: pressed.others.join('”, “') })} ${say('conflictHint')}`}
          </p>
          {pressed.others.length > 0 && (
            <Button size="small" variant="primary" onClick={() => give([pressed.key])}>
              {say('takeKey')}
            </Button>
          )}
          <Button size="small" onClick={() => setPressed(null)}>
            {say('keep')}
          </Button>
        </div>
      )}
    </li>
  )
}
