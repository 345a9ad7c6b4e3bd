export { absences, cameraA, cameraB, caseDraft, fictionNotice, links, people, reports, statements, tags } from './demonstrationScript'
export { findQuote } from './findQuote'
export { withIds, type FootageKey, type PersonKey, type ReportKey, type TagKey } from './keyed'
export { makeDemonstration, type DemonstrationFiles } from './makeDemonstration'
