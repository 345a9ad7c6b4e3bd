import type { Codebook } from '#shared/model/codebookSchema'
import { dispositionStatusSchema } from '#shared/model/comparison'
import type { commands } from '#shared/messages/en/commands'
import { messagesOf } from '#shared/messages/messagesOf'
import type { CaseView } from '../stores/sessionStore'
import { judgementLook } from '../ui/judgementLook'

/** Under which a command stands in the menu, the palette, the help and the settings, in this order. */
export const commandGroups = ['Case', 'Playback', 'Tags', 'Reports', 'Comparison', 'App'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Where a command can be run: everywhere, on every screen of a case, on one of them, or on the codebook's screen. */
export type CommandScope = 'app' | 'case' | CaseView | 'codebook'

/** What a command is, whether or not it can be run now. */
export interface CommandDefinition {
  id: string
  group: CommandGroup
  scope: CommandScope
  /** Its keys as `Ctrl+K`, `Shift+ArrowRight`, `f`, `,` unless the user chose others; the first is shown. Ctrl stands for Cmd on a Mac. */
  keys: readonly string[]
  /** What it does, in the language spoken now. */
  label: () => string
}

type LabelOfOne = Exclude<keyof typeof commands, 'player.camera' | 'tags.kind' | 'comparison.status'>

const say = messagesOf('commands')

/** Commands of one group and scope, each as its id and its keys. */
function define(group: CommandGroup, scope: CommandScope, rows: readonly (readonly [LabelOfOne, ...string[]])[]): CommandDefinition[] {
  return rows.map(([id, ...keys]) => ({ id, group, scope, keys, label: () => say(id) }))
}

const cameras = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const plain = [
  ...define('Case', 'case', [
    ['case.undo', 'Ctrl+Z'],
    ['case.redo', 'Ctrl+Shift+Z', 'Ctrl+Y'],
    ['case.workbench', 'Alt+1'],
    ['case.differences', 'Alt+2'],
    ['case.matrix', 'Alt+3'],
    ['case.people', 'Alt+4'],
    ['case.setup', 'Alt+5'],
    ['case.activity', 'Alt+6'],
    ['case.align'],
    ['player.graphic', 'Shift+B'],
    ['player.preferBlurred']
  ]),
  ...define('Case', 'workbench', [
    ['case.markMoment', 'Shift+M'],
    ['panels.footage', 'Alt+8'],
    ['panels.reports', 'Alt+9'],
    ['panels.window']
  ]),
  ...define('Playback', 'workbench', [
    ['player.toggle', 'Space'],
    ['player.backwards', 'j'],
    ['player.stop', 'k'],
    ['player.forwards', 'l'],
    ['player.previousFrame', ','],
    ['player.nextFrame', '.'],
    ['player.back', 'ArrowLeft'],
    ['player.on', 'ArrowRight'],
    ['player.start', 'Home'],
    ['player.end', 'End'],
    ['player.previousTag', 'Shift+ArrowLeft'],
    ['player.nextTag', 'Shift+ArrowRight'],
    ['player.slower', '['],
    ['player.faster', ']'],
    ['player.loop', 'o'],
    ['player.mute', 'm'],
    ['player.louder', 'ArrowUp'],
    ['player.quieter', 'ArrowDown'],
    ['player.grid', 'g'],
    ['timeline.nextUnwatched', 'u'],
    ['timeline.zoomIn', '+', '='],
    ['timeline.zoomOut', '-'],
    ['timeline.showAll', '0'],
    ['timeline.emptyLanes', 'Shift+E'],
    ['clips.write', 'Shift+C'],
    ['clips.still', 'Shift+S']
  ]),
  ...cameras.map((n): CommandDefinition => ({
    id: `player.camera.${n}`,
    group: 'Playback',
    scope: 'workbench',
    keys: [String(n)],
    label: () => say('player.camera', { n })
  })),
  ...define('Tags', 'workbench', [
    ['tags.edit', 'Enter'],
    ['tags.keepMoment', 'Escape', 'Enter'],
    ['tags.closeEditor', 'Escape'],
    ['tags.forceType', 'Shift+T'],
    ['tags.code.type', 't'],
    ['tags.code.area', 'b'],
    ['tags.code.who', 'p'],
    ['tags.code.whom', 's'],
    ['tags.code.back', 'Backspace'],
    ['tags.code.done', 'Escape', 'Enter']
  ]),
  ...define('Reports', 'workbench', [
    ['reports.link-agrees', judgementLook.agrees.key],
    ['reports.link-differs', judgementLook.differs.key],
    ['reports.link-contradicts', judgementLook.contradicts.key],
    ['reports.mark-statement', 's'],
    ['reports.drop-words', 'Escape'],
    ['reports.look-at-passages', 'Shift+L'],
    ['reports.next', 'Alt+PageDown'],
    ['reports.previous', 'Alt+PageUp'],
    ['reports.view', 'Shift+P'],
    ['reports.wide', 'Shift+W'],
    ['reports.focus', 'Shift+R']
  ]),
  ...define('Comparison', 'workbench', [
    ['reports.enter-difference', 'Shift+D'],
    ['reports.not-mentioned', 'Shift+N'],
    ['reports.take-suggestion', 'q'],
    ['reports.finish-comparing', 'Shift+F'],
    ['accounts.nextEvent', 'Alt+ArrowDown'],
    ['accounts.previousEvent', 'Alt+ArrowUp'],
    ['accounts.nextUnlinked', 'Shift+ArrowDown'],
    ['accounts.previousUnlinked', 'Shift+ArrowUp'],
    ['accounts.toPassage', 'Alt+ArrowRight'],
    ['accounts.toEvent', 'Alt+ArrowLeft'],
    ['accounts.filter', 'Shift+U'],
    ['accounts.group', 'Shift+G']
  ]),
  ...define('Comparison', 'differences', [
    ['comparison.next', 'j', 'ArrowDown'],
    ['comparison.previous', 'k', 'ArrowUp'],
    ['comparison.enter', 'Shift+D'],
    ['comparison.reason', 'r'],
    ['comparison.save', 'Ctrl+Enter'],
    ['comparison.view', 'Shift+P']
  ]),
  ...dispositionStatusSchema.options.map((status, index): CommandDefinition => ({
    id: `comparison.status-${status}`,
    group: 'Comparison',
    scope: 'differences',
    keys: [String(index + 1)],
    label: () => say('comparison.status', { status })
  })),
  ...define('Comparison', 'matrix', [
    ['matrix.open', 'Enter'],
    ['matrix.details', 'F2'],
    ['matrix.difference', 'd'],
    ['matrix.not-mentioned', 'Shift+N']
  ]),
  ...define('Case', 'people', [
    ['people.next', 'j', 'ArrowDown'],
    ['people.previous', 'k', 'ArrowUp'],
    ['people.change', 'e'],
    ['people.add', 'n']
  ]),
  ...define('App', 'codebook', [['codebook.search', '/'], ['codebook.save']]),
  ...define('App', 'app', [
    ['app.palette', 'Ctrl+K'],
    ['app.search', 'Ctrl+Shift+F'],
    ['app.help', '?'],
    ['app.settings', 'Ctrl+,'],
    ['app.library', 'Alt+0'],
    ['app.codebook'],
    ['app.diagnostics'],
    ['app.theme'],
    ['app.tour'],
    ['app.gallery']
  ])
]

const made = new WeakMap<Codebook, readonly CommandDefinition[]>()

/** Every command that the app has, with one for each kind of tag of a codebook. */
export function commandCatalog(codebook: Codebook): readonly CommandDefinition[] {
  const known = made.get(codebook)
  if (known !== undefined) return known
  const kinds = codebook.tagKinds.map((kind): CommandDefinition => ({
    id: `tags.${kind.id}`,
    group: 'Tags',
    scope: 'workbench',
    keys: [kind.key],
    label: () => say('tags.kind', { kind: kind.label })
  }))
  const all = [...kinds, ...plain].toSorted((one, other) => commandGroups.indexOf(one.group) - commandGroups.indexOf(other.group))
  made.set(codebook, all)
  return all
}
