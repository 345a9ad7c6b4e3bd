import type { ReportCapacity } from '../model/report'

/** In what capacity an account was written, for reading. */
export const capacityWords: Readonly<Record<ReportCapacity, string>> = {
  'involved-officer': 'involved officer',
  'witness-officer': 'witness officer',
  supervisor: 'supervisor',
  'civilian-witness': 'civilian witness',
  subject: 'subject',
  other: 'other'
}
