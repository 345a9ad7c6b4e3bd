import { activity } from './en/activity'
import { alignment } from './en/alignment'
import { alignments } from './en/alignments'
import { app } from './en/app'
import { clips } from './en/clips'
import { clipWarnings } from './en/clipWarnings'
import { codebook } from './en/codebook'
import { commands } from './en/commands'
import { comparison } from './en/comparison'
import { damage } from './en/damage'
import { diagnostics } from './en/diagnostics'
import { differences } from './en/differences'
import { exports } from './en/exports'
import { gallery } from './en/gallery'
import { jobs } from './en/jobs'
import { labels } from './en/labels'
import { library } from './en/library'
import { limits } from './en/limits'
import { matrix } from './en/matrix'
import { pageLists } from './en/pageLists'
import { people } from './en/people'
import { player } from './en/player'
import { problems } from './en/problems'
import { readings } from './en/readings'
import { records } from './en/records'
import { reports } from './en/reports'
import { search } from './en/search'
import { settings } from './en/settings'
import { setup } from './en/setup'
import { steps } from './en/steps'
import { tags } from './en/tags'
import { timeline } from './en/timeline'
import { tour } from './en/tour'
import { ui } from './en/ui'
import { validation } from './en/validation'
import { verdicts } from './en/verdicts'

/** All messages in English, the language that the others are made from. */
export const english = {
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
