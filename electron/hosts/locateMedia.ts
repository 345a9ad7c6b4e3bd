import { setTimeout as wait } from 'node:timers/promises'
import { mediaIdSchema } from '#shared/model/ids'
import { carriedProblem, type ProblemCode } from '#shared/rpc/problem'
import type { MediaFile } from './mediaResponse'
import type { HostClient } from './runningCore'

/** A file as the core located it, and where it lies. */
interface LocatedMedia extends MediaFile {
  path: string
}

/** Why a media request cannot be served: a status of HTTP, and words. */
interface MediaRefusal {
  status: 404 | 410 | 500 | 503
  refusal: string
}

/** How long a request waits for a core that is being started again; a player that gets no answer at all never tries again. */
const corePatienceMs = 5000

const statuses: Partial<Record<ProblemCode, MediaRefusal['status']>> = { not_found: 404, footage_missing: 410, footage_changed: 410 }

/**
 * Finds the file behind what an address names as a media id. Refused with 404 where there is no such media, 410 where its
 * file is gone or is another one now, 503 where the core is away for longer than `patienceMs`, and 500 for a fault of the core.
 */
export async function locateMedia(
  host: () => Promise<HostClient>,
  named: string,
  patienceMs = corePatienceMs
): Promise<LocatedMedia | MediaRefusal> {
  const mediaId = mediaIdSchema.safeParse(named)
  if (!mediaId.success) return { status: 404, refusal: 'There is no such media.' }
  const patience = new AbortController()
  const away = wait(patienceMs, null, { signal: patience.signal }).catch(() => null)
  try {
    const located = await Promise.race([host().then((client) => client.locateMedia({ mediaId: mediaId.data })), away])
    if (located !== null) return located
  } catch (error) {
    const problem = carriedProblem(error)
    if (problem !== null) return { status: statuses[problem.code] ?? 500, refusal: problem.what }
    // The line to the core broke: it is away.
  } finally {
    patience.abort()
  }
  return { status: 503, refusal: 'The core is away. It is being started again.' }
}
