import { Link2, MessageSquareQuote, NotebookPen, Pencil, Play, SearchX, Undo2, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import { judgementSchema, type Absence, type Judgement, type Link } from '#shared/model/comparison'
import type { Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { judgementLook } from '../../ui/judgementLook'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import type { PassageMark } from './planAccounts'
import styles from './PassagePopover.module.css'

export interface PassageActions {
  onShow: (tag: Tag) => void
  onJudge: (link: Link, judgement: Judgement, note: string) => void
  onWithdrawLink: (link: Link) => void
  onEditStatement: (statement: Statement) => void
  onWithdrawStatement: (statement: Statement) => void
  onNotOnFootage: (statement: Statement) => void
  onTakeBack: (absence: Absence) => void
  /** Selects the passage's words again, to link another tag to them or to mark them. */
  onSelectWords: (mark: PassageMark) => void
}

interface PassagePopoverProps extends PassageActions {
  marks: readonly PassageMark[]
  /** Where the passage is on screen now. */
  anchor: () => DOMRect
  describeTag: (link: Link) => { tag: Tag; label: string; time: string } | null
  describeStatement: (statement: Statement) => string
  absenceOf: (statement: Statement) => Absence | null
  onClose: () => void
}

/** What is tied to a passage, with everything that can be done about it. */
export function PassagePopover({ marks, anchor, onClose, ...rest }: PassagePopoverProps) {
  const openedFrom = useRef<HTMLElement | null>(null)
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: anchor } }} />
      <Popover.Portal>
        <Popover.Content
          className={styles['popover']}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Passage"
          // Whoever opened it by key goes on in the box, and comes back from it; with the mouse the keyboard stays in the text.
          onOpenAutoFocus={(event) => {
            const focused = document.activeElement
            openedFrom.current = focused instanceof HTMLElement && focused.matches('[data-passages]:focus-visible') ? focused : null
            if (openedFrom.current === null) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            openedFrom.current?.focus()
          }}
        >
          <div className={styles['close']}>
            <IconButton icon={X} label="Close" keyHint="Escape" size="small" onClick={onClose} />
          </div>
          {marks.map((mark) => (
            <PassageSection key={mark.passage.id} mark={mark} {...rest} />
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function PassageSection({ mark, ...rest }: { mark: PassageMark } & Omit<PassagePopoverProps, 'marks' | 'anchor' | 'onClose'>) {
  return (
    <section className={styles['section']}>
      <blockquote className={styles['quote']}>{mark.passage.anchor.exact}</blockquote>
      {mark.links.map((link) => (
        <LinkRow key={`${link.id} ${link.updatedAt}`} link={link} {...rest} />
      ))}
      {mark.statements.map((statement) => {
        const absence = rest.absenceOf(statement)
        return (
          <div key={statement.id} className={styles['item']}>
            <div className={styles['row']}>
              <MessageSquareQuote aria-hidden className={styles['icon']} />
              <span className={styles['label']}>{rest.describeStatement(statement)}</span>
              <IconButton icon={Pencil} label="Change statement" size="small" onClick={() => rest.onEditStatement(statement)} />
              <IconButton icon={X} label="Withdraw statement" size="small" onClick={() => rest.onWithdrawStatement(statement)} />
            </div>
            {mark.links.length === 0 &&
              (absence === null ? (
                <Button size="small" icon={SearchX} onClick={() => rest.onNotOnFootage(statement)}>
                  No such moment on footage
                </Button>
              ) : (
                <div className={styles['row']}>
                  <span className={styles['label']}>A reviewer looked and found no such moment on footage.</span>
                  <Button size="small" variant="quiet" icon={Undo2} onClick={() => rest.onTakeBack(absence)}>
                    Take back
                  </Button>
                </div>
              ))}
          </div>
        )
      })}
      <Button size="small" variant="quiet" icon={Link2} onClick={() => rest.onSelectWords(mark)}>
        Link to another tag, or mark as statement
      </Button>
    </section>
  )
}

type LinkRowProps = { link: Link } & Pick<PassagePopoverProps, 'describeTag' | 'onShow' | 'onJudge' | 'onWithdrawLink'>

function LinkRow({ link, describeTag, onShow, onJudge, onWithdrawLink }: LinkRowProps) {
  const [note, setNote] = useState(link.note)
  const [isNoteOpen, setNoteOpen] = useState(link.note !== '')
  const described = describeTag(link)
  return (
    <div className={styles['item']}>
      <div className={styles['row']}>
        <span className={styles['label']}>
          {described === null ? 'A tag that was withdrawn' : `${described.label} · ${described.time}`}
        </span>
        {described !== null && <IconButton icon={Play} label="Show this moment" size="small" onClick={() => onShow(described.tag)} />}
        <IconButton icon={X} label="Withdraw link" size="small" onClick={() => onWithdrawLink(link)} />
      </div>
      <SegmentedControl
        label="Judgement"
        size="small"
        value={link.judgement}
        onValueChange={(judgement) => onJudge(link, judgement, note)}
        options={judgementSchema.options.map((value) => {
          const { icon: Icon, label, tone } = judgementLook[value]
          return {
            value,
            tone,
            label: (
              <span className={styles['judgement']}>
                <Icon aria-hidden className={styles['icon']} /> {label}
              </span>
            )
          }
        })}
      />
      {isNoteOpen ? (
        <TextArea
          label="Note on this link"
          rows={2}
          value={note}
          onValueChange={setNote}
          autoFocus={link.note === ''}
          onBlur={() => {
            if (note.trim() !== link.note) onJudge(link, link.judgement, note)
          }}
        />
      ) : (
        <Button size="small" variant="quiet" icon={NotebookPen} onClick={() => setNoteOpen(true)}>
          Add a note
        </Button>
      )}
    </div>
  )
}
