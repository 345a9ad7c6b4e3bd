import { SquareArrowOutUpRight } from 'lucide-react'
import { useState } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Case, Person } from '#shared/model/case'
import type { Codebook } from '#shared/model/codebookSchema'
import type { TagId } from '#shared/model/ids'
import { describeTag } from '#shared/domain/records'
import { formatFootageTime } from '#shared/domain/time'
import { useCaseClock } from '../../stores/caseClock'
import { useCaseStore } from '../../stores/caseStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { showTag } from '../../stores/showTag'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { TagFacts } from '../../ui/TagFacts'
import { tagLook } from '../../ui/tagLook'
import { tagTime } from '#shared/domain/tagWords'
import styles from './Evidence.module.css'
import { LoopVideo } from './LoopVideo'

const say = messagesOf('comparison')

interface FootageEvidenceProps {
  of: Case
  tagIds: readonly TagId[]
  people: ReadonlyMap<string, Person>
  codebook: Codebook
}

/** What footage shows: the moment itself, over and over, and what was tagged of it. Several moments are chosen from. */
export function FootageEvidence({ of, tagIds, people, codebook }: FootageEvidenceProps) {
  const allTags = useCaseStore((store) => store.tags)
  const allFootage = useCaseStore((store) => store.footage)
  const clock = useCaseClock()
  const [wantedId, setWantedId] = useState<TagId | null>(null)
  const tags = tagIds.flatMap((id) => allTags.get(id) ?? []).sort((a, b) => a.startUs - b.startUs)
  const tag = tags.find((one) => one.id === wantedId) ?? tags[0]
  if (tag === undefined) return null
  const footage = allFootage.get(tag.footageId) ?? null
  const look = tagLook[tag.details.kind]
  const openInWorkbench = () => {
    useSelectionStore.getState().select({ passageId: null, linkId: null })
    useSessionStore.getState().go({ screen: 'case', caseId: of.id, view: 'workbench' })
    showTag(tag)
  }
  return (
    <>
      {tags.length > 1 && (
        <div className={styles['chips']} role="group" aria-label={say('moments')}>
          {tags.map((one) => (
            <Chip key={one.id} isSelected={one.id === tag.id} onToggle={() => setWantedId(one.id)}>
              {describeTag(one, codebook)} · {tagTime(one, clock, of)}
            </Chip>
          ))}
        </div>
      )}
      {footage !== null && <LoopVideo key={footage.id} footage={footage} tag={tag} label={describeTag(tag, codebook)} />}
      <div className={styles['facts']} data-tone={look.tone}>
        <p className={styles['factsTitle']}>
          <look.icon aria-hidden className={styles['icon']} />
          <b className={styles['name']}>{describeTag(tag, codebook)}</b>
          <time className={styles['clock']}>{tagTime(tag, clock, of)}</time>
        </p>
        <p className={styles['line']}>
          {say('ofFootage', { camera: footage?.cameraLabel || (footage?.fileName ?? ''), time: formatFootageTime(tag.startUs) })}
        </p>
        <TagFacts tag={tag} people={people} />
      </div>
      <Button size="small" icon={SquareArrowOutUpRight} onClick={openInWorkbench}>
        {say('openInWorkbench')}
      </Button>
    </>
  )
}
