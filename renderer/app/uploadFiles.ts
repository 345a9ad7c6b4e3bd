import { grantSchema, type Grant } from '#shared/rpc/hostContract'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { useUploadStore } from '../stores/uploadStore'
import { serverAnswer } from './serverAnswer'

/**
 * Sends files to the server that served this page; the upload store tells how far each is, and cancels it.
 * Answers with a grant for each that arrived. Throws what the server refused; the rest is not sent then.
 */
export async function uploadFiles(files: readonly File[]): Promise<Grant[]> {
  const { add, report, remove } = useUploadStore.getState()
  const waiting = files.map((file) => ({ id: crypto.randomUUID(), file, cancelling: new AbortController() }))
  add(
    waiting.map(({ id, file, cancelling }) => ({
      id,
      fileName: file.name,
      progress: null,
      cancel: () => {
        cancelling.abort()
        remove(id)
      }
    }))
  )
  const grants: Grant[] = []
  try {
    // One after the other: two large files at once would only fight for the same disk.
    for (const { id, file, cancelling } of waiting) {
      const answer = await send(file, cancelling.signal, (progress) => report(id, progress))
      remove(id)
      if (answer !== null) grants.push(grantSchema.parse(await serverAnswer(answer)))
    }
  } finally {
    waiting.forEach(({ id }) => remove(id))
  }
  return grants
}

/** Null where it was cancelled. With an XMLHttpRequest, because fetch does not tell how much was sent. */
function send(file: File, signal: AbortSignal, onProgress: (progress: number) => void): Promise<Response | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null)
    const request = new XMLHttpRequest()
    request.open('PUT', `/upload?name=${encodeURIComponent(file.name)}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
    request.onabort = () => resolve(null)
    request.onerror = () => reject(new ProblemError('internal', problemWords('uploadFailed', { fileName: file.name })))
    signal.addEventListener('abort', () => request.abort())
    onProgress(0)
    request.send(file)
  })
}
