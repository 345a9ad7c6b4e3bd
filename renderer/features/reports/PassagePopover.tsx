import { messagesOf } from '#shared/messages/messagesOf'
import { Link2, MessageSquareQuote, NotebookPen, Pencil, Play, SearchX, Undo2, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import { judgementSchema, type Absence, type Judgement, type Link } from '#shared/model/comparison'
import type { Statement } from '#shared/model/report'
import type { Tag } from '#shared/model/tag'
import { useDraft } from '../../stores/deskStore'
import { Button } from '../../ui/Button'
import { fixedKeys } from '../../ui/fixedKeys'
import { IconButton } from '../../ui/IconButton'
import { judgementLook } from '../../ui/judgementLook'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import type { PassageMark } from './planAccounts'
import styles from './PassagePopover.module.css'

const say = messagesOf('reports')

export interface PassageActions {
  onShow: (tag: Tag) => void
  /** Answers true where it was saved. */
  onJudge: (link: Link, judgement: Judgement, note: string) => Promise<boolean>
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
          aria-label={say('passage')}
          // Whoever opened it by key goes on in the box, and comes back from it; with the mouse the keyboard stays in the text.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            const focused = document.activeElement
            openedFrom.current = focused instanceof HTMLElement && focused.matches('[data-passages]:focus-visible') ? focused : null
            // Not the cross, which comes first: its tooltip would open over the box and take the Escape that is meant for the box.
            if (openedFrom.current !== null && event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            openedFrom.current?.focus()
          }}
        >
          <div className={styles['close']}>
            <IconButton icon={X} label={say('close')} keyHint={fixedKeys.close} size="small" onClick={onClose} />
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
              <IconButton icon={Pencil} label={say('changeStatement')} size="small" onClick={() => rest.onEditStatement(statement)} />
              <IconButton icon={X} label={say('withdrawStatement')} size="small" onClick={() => rest.onWithdrawStatement(statement)} />
            </div>
            {mark.links.length === 0 &&
              (absence === null ? (
                <Button size="small" icon={SearchX} onClick={() => rest.onNotOnFootage(statement)}>
                  {say('noSuchMoment')}
                </Button>
              ) : (
                <div className={styles['row']}>
                  <span className={styles['label']}>{say('lookedInVain')}</span>
                  <Button size="small" variant="quiet" icon={Undo2} onClick={() => rest.onTakeBack(absence)}>
                    {say('takeBack')}
                  </Button>
                </div>
              ))}
          </div>
        )
      })}
      <Button size="small" variant="quiet" icon={Link2} onClick={() => rest.onSelectWords(mark)}>
        {say('linkAnother')}
      </Button>
    </section>
  )
}

type LinkRowProps = { link: Link } & Pick<PassagePopoverProps, 'describeTag' | 'onShow' | 'onJudge' | 'onWithdrawLink'>

function LinkRow({ link, describeTag, onShow, onJudge, onWithdrawLink }: LinkRowProps) {
  const { text: note, isChanged, change, done } = useDraft(`link ${link.id} note`, link.note)
  const [isNoteOpen, setNoteOpen] = useState(note !== '')
  const described = describeTag(link)
  const save = (judgement: Judgement) => {
    void onJudge(link, judgement, note.trim()).then((isSaved) => {
      if (isSaved) done()
    })
  }
  return (
    <div className={styles['item']}>
      <div className={styles['row']}>
        <span className={styles['label']}>{described === null ? say('withdrawnTag') : `${described.label} · ${described.time}`}</span>
        {described !== null && <IconButton icon={Play} label={say('showMoment')} size="small" onClick={() => onShow(described.tag)} />}
        <IconButton icon={X} label={say('withdrawLink')} size="small" onClick={() => onWithdrawLink(link)} />
      </div>
      <SegmentedControl
        label={say('judgement')}
        size="small"
        value={link.judgement}
        onValueChange={save}
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
          label={say('linkNote')}
          rows={2}
          value={note}
          onValueChange={change}
          autoFocus={note === ''}
          onBlur={() => {
            if (isChanged) save(link.judgement)
          }}
        />
      ) : (
        <Button size="small" variant="quiet" icon={NotebookPen} onClick={() => setNoteOpen(true)}>
          {say('addNote')}
        </Button>
      )}
    </div>
  )
}
