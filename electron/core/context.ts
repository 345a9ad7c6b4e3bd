import type { Codebook } from '#shared/model/codebookSchema'
import type { User } from '#shared/model/ledger'
import type { CoreEvent } from '#shared/rpc/events'
import type { ReportExtractor } from './reports'
import type { FrameIndex, Grants } from './footage'
import type { JobQueue } from './jobs'
import type { Ledger } from './ledger'
import type { MediaTools } from './media'
import type { Store } from './storage'

/** What the rooms of the core are built from; made once, in createCore. */
export interface CoreContext {
  store: Store
  ledger: Ledger
  jobs: JobQueue
  media: MediaTools
  grants: Grants
  frames: FrameIndex
  extractReport: ReportExtractor
  codebook: Codebook
  /** Why the agency's own codebook is not in force, in plain words; null where nothing is amiss. */
  codebookProblem: string | null
  /** True where the codebook in force is the agency's own. */
  isCodebookOwn: boolean
  /** The local user, for work that no call started. */
  localUser: User
  env: Readonly<Record<string, string | undefined>>
  dataFolder: string
  host: string
  appVersion: string
  now: () => Date
  emit: (event: CoreEvent) => void
  subscribe: (listener: (event: CoreEvent) => void) => () => void
}
