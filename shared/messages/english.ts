import { activity } from './en/activity'
import { alignment } from './en/alignment'
import { app } from './en/app'
import { clips } from './en/clips'
import { codebook } from './en/codebook'
import { commands } from './en/commands'
import { comparison } from './en/comparison'
import { diagnostics } from './en/diagnostics'
import { differences } from './en/differences'
import { exports } from './en/exports'
import { gallery } from './en/gallery'
import { jobs } from './en/jobs'
import { library } from './en/library'
import { matrix } from './en/matrix'
import { people } from './en/people'
import { player } from './en/player'
import { problems } from './en/problems'
import { records } from './en/records'
import { reports } from './en/reports'
import { search } from './en/search'
import { settings } from './en/settings'
import { setup } from './en/setup'
import { tags } from './en/tags'
import { timeline } from './en/timeline'
import { tour } from './en/tour'
import { ui } from './en/ui'

/** All messages in English, the language that the others are made from. */
export const english = {
  activity,
  alignment,
  app,
  clips,
  codebook,
  commands,
  comparison,
  diagnostics,
  differences,
  exports,
  gallery,
  jobs,
  library,
  matrix,
  people,
  player,
  problems,
  records,
  reports,
  search,
  settings,
  setup,
  tags,
  timeline,
  tour,
  ui
}
