import type { Element, FailureElements, TagDetailsOf, TagKind } from '../model/tag'

const undetermined = (): Element => ({ value: 'undetermined', shownAtUs: null })

const failureElements = (): FailureElements => ({
  present: undetermined(),
  observing: undetermined(),
  beyondNecessary: undetermined(),
  noAttempt: undetermined(),
  imminentHarm: undetermined()
})

const nobody = () => ({ actorIds: [], targetIds: [] })

const makers: { [Kind in TagKind]: () => TagDetailsOf<Kind> } = {
  force: () => ({ kind: 'force', forceType: 'other', bodyArea: null, count: null, ...nobody() }),
  'intervention-needed': () => ({ kind: 'intervention-needed', presentIds: [], forceTagId: null }),
  intervention: () => ({ kind: 'intervention', method: 'undetermined', forceTagId: null, ...nobody() }),
  'failure-to-intervene': () => ({ kind: 'failure-to-intervene', officerId: null, forceTagId: null, elements: failureElements() }),
  resistance: () => ({ kind: 'resistance', level: 'undetermined', ...nobody() }),
  warning: () => ({ kind: 'warning', count: null, words: '', ...nobody() }),
  'de-escalation': () => ({ kind: 'de-escalation', ...nobody() }),
  'medical-aid': () => ({ kind: 'medical-aid', ...nobody() }),
  injury: () => ({ kind: 'injury', bodyArea: null, isSerious: 'undetermined', ...nobody() }),
  escalation: () => ({ kind: 'escalation', ...nobody() }),
  camera: () => ({ kind: 'camera', state: 'off' })
}

/** The details that a new tag of a kind starts with: nobody named, nothing counted, every answer undetermined. */
export function emptyTagDetails<Kind extends TagKind>(kind: Kind): TagDetailsOf<Kind> {
  return makers[kind]()
}
