import type { MediaId } from '#shared/model/ids'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'

/** Saves what was written, and its record beside it. */
export async function saveWritten(mediaId: MediaId): Promise<void> {
  await useSessionStore.getState().write(async () => {
    const { client, shell } = connection()
    const { sidecarId } = await client.clips.written({ mediaId })
    await shell.openExport(mediaId)
    await shell.openExport(sidecarId)
  })
}
