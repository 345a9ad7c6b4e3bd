import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Group, Panel, Separator, type GroupImperativeHandle } from 'react-resizable-panels'
import { useDeskStore } from '../stores/deskStore'
import { classNames } from './classNames'
import { panelShare } from './panelShare'
import styles from './SplitPane.module.css'

interface SplitPaneProps {
  /** Under which the position is kept among the user's preferences, e.g. `workbench`. */
  storageKey: string
  /** What the separator divides; read aloud. */
  label: string
  first: ReactNode
  second: ReactNode
  /** `columns` puts the panes side by side, `rows` one above the other. */
  direction?: 'columns' | 'rows'
  /** Share of the first pane, 0 to 1. */
  initialShare?: number
  minShare?: number
  maxShare?: number
  /** The pane that has all the room for now; where the separator stood is kept. */
  only?: 'first' | 'second' | null
}

/** The library would let a pane scroll as a whole; what is in it scrolls by itself. */
const clipped = { overflow: 'hidden' } as const

const percent = (share: number) => `${share * 100}%`

/**
 * Two panes with a separator to drag, or to move with the arrow keys, Home and End. Either pane folds when it is dragged shut, the first
 * with Enter on the separator, the second with a double click; `foldPanel` folds them too. They come back as they were.
 */
export function SplitPane({
  storageKey,
  label,
  first,
  second,
  direction = 'columns',
  initialShare = 0.5,
  minShare = 0.2,
  maxShare = 0.8,
  only = null
}: SplitPaneProps) {
  const group = useRef<GroupImperativeHandle>(null)
  const kept = useDeskStore((state) => panelShare(state.preferences.panels, storageKey, initialShare))
  const share = only === null ? kept : only === 'first' ? 1 : 0
  const [begun] = useState(share)

  // What a command or another window chose.
  useEffect(() => {
    const { first: shown } = group.current?.getLayout() ?? {}
    if (shown !== undefined && Math.abs(shown / 100 - share) > 0.005)
      group.current?.setLayout({ first: share * 100, second: (1 - share) * 100 })
  }, [share])

  return (
    <Group
      groupRef={group}
      orientation={direction === 'columns' ? 'horizontal' : 'vertical'}
      className={styles['frame']}
      defaultLayout={{ first: begun * 100, second: (1 - begun) * 100 }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) keepPanel(storageKey, (layout['first'] ?? 0) / 100)
      }}
    >
      <Panel id="first" className={styles['pane']} style={clipped} minSize={percent(minShare)} collapsible>
        {/* What is folded cannot be seen, so the keyboard passes it by. */}
        <div className={styles['content']} inert={share === 0}>
          {first}
        </div>
      </Panel>
      <Separator
        aria-label={label}
        className={classNames(styles['separator'], styles[direction])}
        disableDoubleClick
        onDoubleClick={() => foldPanel(storageKey, 'second', initialShare)}
      />
      <Panel id="second" className={styles['pane']} style={clipped} minSize={percent(1 - maxShare)} collapsible>
        <div className={styles['content']} inert={share === 1}>
          {second}
        </div>
      </Panel>
    </Group>
  )
}

const openKey = (storageKey: string) => `${storageKey} open`

function keepPanel(storageKey: string, share: number): void {
  const { preferences, prefer } = useDeskStore.getState()
  const isOpen = share > 0 && share < 1
  prefer({ panels: { ...preferences.panels, [storageKey]: share, ...(isOpen ? { [openKey(storageKey)]: share } : {}) } })
}

/** Folds one pane of the split that is kept under a key, or unfolds what is folded there to where it was. */
export function foldPanel(storageKey: string, pane: 'first' | 'second', initialShare: number): void {
  const { panels } = useDeskStore.getState().preferences
  const share = panelShare(panels, storageKey, initialShare)
  const folded = pane === 'first' ? 0 : 1
  keepPanel(storageKey, share === folded ? (panels[openKey(storageKey)] ?? initialShare) : folded)
}
