import type { StatementKind } from '../model/report'

/** What each kind of statement is called on screens and in sentences. */
export const statementKindLabels: { readonly [Kind in StatementKind]: string } = {
  force: 'Force',
  resistance: 'Resistance',
  threat: 'Threat',
  warning: 'Warning or command',
  'de-escalation': 'De-escalation',
  intervention: 'Intervention',
  'failure-to-intervene': 'Failure to intervene',
  'medical-aid': 'Medical aid',
  injury: 'Injury',
  camera: 'Camera'
}
