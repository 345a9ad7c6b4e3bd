import { Scissors, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Tag } from '#shared/model/tag'
import { useKeyHint } from '../../app/commands'
import { useCaseStore } from '../../stores/caseStore'
import { useClipStore } from '../../stores/clipStore'
import { planClipRange } from '../../stores/planClipRange'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { tagLook } from '../../ui/tagLook'
import { ClauseFields } from './ClauseFields'
import { DetailsFields } from './DetailsFields'
import { DraftArea } from './DraftField'
import { withdrawTag } from './tagActions'
import styles from './TagEditor.module.css'
import { TimeFields } from './TimeFields'
import { useTagDraft } from './useTagDraft'

const say = messagesOf('tags')

/** Everything entered of one tag. Each change is saved by itself; what cannot be saved is said at its field. Mount it anew for another tag. */
export function TagEditor({ tag }: { tag: Tag }) {
  const codebook = useSessionStore((state) => state.codebook)
  const durationUs = useCaseStore((state) => state.footage.get(tag.footageId)?.probe.durationUs ?? Number.MAX_SAFE_INTEGER)
  const { shown, problems, change } = useTagDraft(tag, durationUs)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const look = tagLook[tag.details.kind]
  const kind = codebook.tagKinds.find(({ id }) => id === tag.details.kind)
  return (
    <aside className={styles['editor']} aria-label={say('tagTitle', { tag: describeTag(tag, codebook) })} data-tone={look.tone}>
      <header className={styles['header']}>
        <look.icon aria-hidden className={styles['icon']} />
        <h3 className={styles['title']}>{kind?.label ?? tag.details.kind}</h3>
        <IconButton
          icon={X}
          label={say('closeTag')}
          {...useKeyHint('tags.closeEditor')}
          size="small"
          onClick={() => useSelectionStore.getState().select({ editingTagId: null })}
        />
      </header>
      <div className={styles['body']}>
        <TimeFields tag={shown} problems={problems} onChange={change} />
        <DetailsFields tag={shown} problems={problems} onChange={change} />
        <DraftArea
          label={say('note')}
          name={`tag ${tag.id} note`}
          value={shown.note}
          error={problems.get('note')}
          rows={2}
          onCommit={(note) => change((draft) => ({ ...draft, note }), ['note'])}
        />
        <ClauseFields tag={shown} onChange={change} />
        <div className={styles['end']}>
          <Button
            variant="quiet"
            size="small"
            icon={Scissors}
            onClick={() =>
              useClipStore.getState().open({ footageId: tag.footageId, ...planClipRange({ loop: null, tag, timeUs: 0, durationUs }) })
            }
          >
            {say('writeClip')}
          </Button>
          <Button variant="quiet" size="small" icon={Trash2} onClick={() => setWithdrawing(true)}>
            {say('withdrawTag')}
          </Button>
        </div>
      </div>
      <ReasonDialog
        open={isWithdrawing}
        onOpenChange={setWithdrawing}
        title={say('withdrawAt', { tag: describeTag(tag, codebook), time: formatFootageTime(tag.startUs) })}
        description={say('withdrawNote')}
        confirmLabel={say('withdraw')}
        onConfirm={(reason) => withdrawTag(tag.id, reason)}
      />
    </aside>
  )
}
