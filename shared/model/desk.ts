import { z } from 'zod'
import { localeSchema } from '../messages/locale'
import { caseIdSchema, footageIdSchema, reportIdSchema } from './ids'
import { footageTimeSchema } from './primitives'

const nameOfPart = z.string().min(1).max(200)

/** How large pages of a report are drawn: 1 is the size of the paper; `fit-width` is as wide as the column, `fit-page` shows a whole page. */
export const reportZoomSchema = z.union([z.number().min(0.1).max(10), z.enum(['fit-width', 'fit-page'])])
export type ReportZoom = z.infer<typeof reportZoomSchema>

/** How one user wants the app to look and answer. Never part of a case's record. */
export const preferencesSchema = z.object({
  /** `null` follows the system. */
  locale: localeSchema.nullable().default(null),
  theme: z.enum(['dark', 'light']).default('dark'),
  /** Keys that stand in for a command's own, by the command's id; an empty list takes its keys away. */
  keys: z.record(nameOfPart, z.array(z.string().min(1).max(40)).max(4)).default({}),
  /** Sizes of panels by their place, e.g. `workbench`; shares of the whole, 0 to 1. 0 is folded. */
  panels: z.record(nameOfPart, z.number().min(0).max(1)).default({}),
  reportZoom: reportZoomSchema.default('fit-width'),
  /** Whether the report has most of the window, to be read, rather than the footage. */
  isReportWide: z.boolean().default(false),
  /** Whether graphic footage stays blurred until it is asked for. */
  isGraphicBlurred: z.boolean().default(true),
  /** Whether the tour was taken or put away. */
  isTourDone: z.boolean().default(false)
})
export type Preferences = z.infer<typeof preferencesSchema>

/** The screens of the app. */
export const routeSchema = z.discriminatedUnion('screen', [
  z.object({ screen: z.literal('library') }),
  z.object({ screen: z.literal('codebook') }),
  z.object({ screen: z.literal('diagnostics') }),
  z.object({ screen: z.literal('settings') }),
  /** Every part that screens are made of, for those who work on them. */
  z.object({ screen: z.literal('gallery') }),
  z.object({
    screen: z.literal('case'),
    caseId: caseIdSchema,
    view: z.enum(['workbench', 'differences', 'matrix', 'people', 'setup', 'activity'])
  })
])
export type Route = z.infer<typeof routeSchema>

/** Where a user was in one case. */
export const casePlaceSchema = z.object({
  footageId: footageIdSchema.nullable(),
  timeUs: footageTimeSchema,
  reportId: reportIdSchema.nullable()
})
export type CasePlace = z.infer<typeof casePlaceSchema>

/** Where a window stands on the desktop, in the system's own pixels. */
export const windowBoundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type WindowBounds = z.infer<typeof windowBoundsSchema>

/** The window of the reports: whether it was open, and where it stood last; null before it was ever moved. */
export const reportsWindowSchema = z.object({ isOpen: z.boolean(), bounds: windowBoundsSchema.nullable() })

/** Where a user was, and what was half written, so that a crash takes none of it. */
export const placeSchema = z.object({
  route: routeSchema.default({ screen: 'library' }),
  cases: z.record(caseIdSchema, casePlaceSchema).default({}),
  reportsWindow: reportsWindowSchema.default({ isOpen: false, bounds: null }),
  /** Texts that were typed and not saved yet, by the field that they stand in, e.g. `tag <id> note`. */
  drafts: z.record(nameOfPart, z.string().max(20_000)).default({})
})
export type Place = z.infer<typeof placeSchema>

/** One step of a place: each part that is given replaces what was there; a draft of `null` is gone. */
export const placeStepSchema = z.object({
  route: routeSchema.exactOptional(),
  cases: z.record(caseIdSchema, casePlaceSchema).exactOptional(),
  reportsWindow: reportsWindowSchema.exactOptional(),
  drafts: z.record(nameOfPart, z.string().max(20_000).nullable()).exactOptional()
})
export type PlaceStep = z.infer<typeof placeStepSchema>

const mostCases = 200

/** The place after a step. Of more than 200 cases the ones that were visited longest ago are forgotten. */
export function afterStep(place: Place, { route, cases = {}, reportsWindow, drafts = {} }: PlaceStep): Place {
  const others = Object.entries(place.cases).filter(([caseId]) => !(caseId in cases))
  const kept = Object.entries({ ...place.drafts, ...drafts }).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]))
  return {
    route: route ?? place.route,
    cases: Object.fromEntries([...others, ...Object.entries(cases)].slice(-mostCases)),
    reportsWindow: reportsWindow ?? place.reportsWindow,
    drafts: Object.fromEntries(kept)
  }
}
