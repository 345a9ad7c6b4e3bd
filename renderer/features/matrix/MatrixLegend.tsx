import { CircleSlash, Minus, Quote, Video } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { comparedStates } from '#shared/domain/matrix/planCell'
import { CommandKeys } from '../../app/CommandKeys'
import { fixedKeys } from '../../ui/fixedKeys'
import { Kbd } from '../../ui/Kbd'
import { stateLook } from './cellLook'
import styles from './MatrixLegend.module.css'

const say = messagesOf('matrix')

/** What the signs of the cells mean, and which keys lead through them. */
export function MatrixLegend() {
  const signs = [
    ...comparedStates.map((state) => ({ id: state, ...stateLook(state) })),
    { id: 'contradicts', tone: 'contra', icon: CircleSlash, word: say('contradicts'), hint: say('differsHint') },
    { id: 'shown', tone: 'neutral', icon: Video, word: say('shown'), hint: say('shownHint') },
    { id: 'stated', tone: 'neutral', icon: Quote, word: say('stated'), hint: say('shownHint') },
    { id: 'no-basis', tone: 'neutral', icon: Minus, word: say('noBasis'), hint: say('noBasisHint') }
  ]
  return (
    <footer className={styles['legend']}>
      <ul className={styles['signs']} aria-label={say('legend')}>
        {signs.map(({ id, tone, icon: Icon, word, hint }) => (
          <li key={id} data-tone={tone} className={styles['sign']} title={hint}>
            <Icon aria-hidden className={styles['icon']} />
            {word}
          </li>
        ))}
      </ul>
      <span className={styles['keys']}>
        <Kbd keys={fixedKeys.up} /> <Kbd keys={fixedKeys.down} /> {say('move')} · <Kbd keys={fixedKeys.rowStart} />{' '}
        <Kbd keys={fixedKeys.rowEnd} /> {say('rowEnds')} · <CommandKeys id="matrix.open" /> {say('open')} ·{' '}
        <CommandKeys id="matrix.details" /> {say('details')}
      </span>
    </footer>
  )
}
