import { messagesOf } from '#shared/messages/messagesOf'
import type { Footage } from '#shared/model/footage'
import type { JobId } from '#shared/model/ids'
import { connection } from '../app/connection'
import { problemOf } from './problemOf'
import { useSessionStore } from './sessionStore'

const say = messagesOf('setup')

/**
 * Lets the reviewer show where the file of a footage lies now: the file itself, or a folder to look through for files of its
 * size. Answers with the job that compares hashes, or null where nothing was chosen or found.
 */
export async function findFootageFile(footage: Footage, where: 'file' | 'folder'): Promise<JobId | null> {
  const { notify } = useSessionStore.getState()
  const { shell, client } = connection()
  try {
    const grants = where === 'file' ? await shell.pickFiles('footage') : await shell.findInFolder(footage.sizeBytes)
    if (grants === null || (where === 'file' && grants.length === 0)) return null
    if (grants.length === 0) {
      notify(say('noFileOfSize', { count: footage.sizeBytes, fileName: footage.fileName }))
      return null
    }
    return (await client.footage.relink({ footageId: footage.id, grantIds: grants.map(({ grantId }) => grantId) })).id
  } catch (error) {
    const problem = problemOf(error)
    notify(problem.what, problem)
    return null
  }
}
