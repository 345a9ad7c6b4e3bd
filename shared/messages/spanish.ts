import { activity } from './es/activity'
import { alignment } from './es/alignment'
import { alignments } from './es/alignments'
import { app } from './es/app'
import { clips } from './es/clips'
import { clipWarnings } from './es/clipWarnings'
import { codebook } from './es/codebook'
import { commands } from './es/commands'
import { comparison } from './es/comparison'
import { damage } from './es/damage'
import { diagnostics } from './es/diagnostics'
import { differences } from './es/differences'
import { exports } from './es/exports'
import { gallery } from './es/gallery'
import { jobs } from './es/jobs'
import { labels } from './es/labels'
import { library } from './es/library'
import { limits } from './es/limits'
import { matrix } from './es/matrix'
import { pageLists } from './es/pageLists'
import { people } from './es/people'
import { player } from './es/player'
import { problems } from './es/problems'
import { readings } from './es/readings'
import { records } from './es/records'
import { reports } from './es/reports'
import { search } from './es/search'
import { settings } from './es/settings'
import { setup } from './es/setup'
import { steps } from './es/steps'
import { tags } from './es/tags'
import { timeline } from './es/timeline'
import { tour } from './es/tour'
import { ui } from './es/ui'
import { validation } from './es/validation'
import { verdicts } from './es/verdicts'

/** All messages in Spanish as it is written in the United States. */
export const spanish = {
  activity,
  alignment,
  alignments,
  app,
  clips,
  clipWarnings,
  codebook,
  commands,
  comparison,
  damage,
  diagnostics,
  differences,
  exports,
  gallery,
  jobs,
  labels,
  library,
  limits,
  matrix,
  pageLists,
  people,
  player,
  problems,
  readings,
  records,
  reports,
  search,
  settings,
  setup,
  steps,
  tags,
  timeline,
  tour,
  ui,
  validation,
  verdicts
}
