import { useEffect, useRef } from 'react'
import { messagesOf } from '#shared/messages/messagesOf'
import { mediaIdSchema, type JobId } from '#shared/model/ids'
import { inOwnWords } from '#shared/rpc/problem'
import { useCommands, type Command } from '../../app/commands'
import { connection } from '../../app/connection'
import { useCaseStore } from '../../stores/caseStore'
import { useClipStore } from '../../stores/clipStore'
import { useJobStore } from '../../stores/jobStore'
import { planClipRange } from '../../stores/planClipRange'
import { usePlayerStore } from '../../stores/playerStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore } from '../../stores/sessionStore'
import { ClipDialog } from './ClipDialog'
import { saveWritten } from './saveWritten'
import { startJob } from './startJob'

const say = messagesOf('clips')

const isReady = () => usePlayerStore.getState().controls !== null && usePlayerStore.getState().footageId !== null

const clipCommands: readonly Command[] = [
  { id: 'clips.write', isEnabled: isReady, run: openClip },
  { id: 'clips.still', isEnabled: isReady, run: writeStill }
]

/** Offers clips and stills, and holds the dialog of the clip that is asked for. */
export function ClipCommands() {
  useCommands(clipCommands)
  const draft = useClipStore((state) => state.draft)
  useSavedStill(useClipStore((state) => state.stillJobId))
  return draft === null ? null : <ClipDialog key={`${draft.footageId}-${draft.inUs}-${draft.outUs}`} draft={draft} />
}

function openClip(): void {
  const { footageId, loop, timeUs, durationUs, controls } = usePlayerStore.getState()
  if (footageId === null) return
  controls?.pause()
  const { tagId } = useSelectionStore.getState()
  const selected = tagId === null ? undefined : useCaseStore.getState().tags.get(tagId)
  const tag = selected?.footageId === footageId && selected.withdrawn === null ? selected : null
  useClipStore.getState().open({ footageId, ...planClipRange({ loop, tag, timeUs, durationUs }) })
}

async function writeStill(): Promise<void> {
  const { footageId, timeUs } = usePlayerStore.getState()
  if (footageId === null) return
  const job = await startJob(() => connection().client.clips.still({ footageId, timeUs }))
  if (job !== null) useClipStore.getState().awaitStill(job.id)
}

/** Saves a still once it is written. */
function useSavedStill(jobId: JobId | null): void {
  const job = useJobStore((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  const told = useRef<JobId | null>(null)
  useEffect(() => {
    if (job === undefined || job.endedAt === null || told.current === job.id) return
    told.current = job.id
    const mediaId = mediaIdSchema.safeParse(job.resultId)
    if (mediaId.success) void saveWritten(mediaId.data)
    else useSessionStore.getState().notify(job.problem === null ? say('stillCancelled') : inOwnWords(job.problem).what, job.problem)
  }, [job])
}
