import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { shippedCodebook } from '#shared/model/codebook'
import { caseIdSchema, mediaIdSchema, type CaseId, type MediaId } from '#shared/model/ids'
import { userSchema, type User } from '#shared/model/ledger'
import { inLocale, localeSchema, type Locale } from '#shared/messages/locale'
import { englishOf, messagesOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { localeOf } from '../createDeskHandlers'
import { statFile } from '../footage'
import { codebookFileName } from '../loadCodebook'
import { requireActive, verifyLedger } from '../ledger'
import { readComparisonInput } from '../review'
import { os } from '../rpc/implementer'
import { planFindings, tagsInOrder, type CaseRecords } from './planFindings'
import { renderFindingsHtml } from './renderFindingsHtml'
import { renderFindingsPdf } from './renderFindingsPdf'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

const say = messagesOf('exports')

const formatSchema = z.enum(['html', 'pdf'])

interface FindingsJob {
  user: User
  caseId: CaseId
  format: z.infer<typeof formatSchema>
  locale: Locale
}

interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

const stillWidthPx = 640

/** What leaves the app as a file: the findings summary. */
export function createExportHandlers(core: CoreContext) {
  const { store, jobs } = core
  const startFindings = jobs.define({
    kind: 'findings',
    request: z.object({ user: userSchema, caseId: caseIdSchema, format: formatSchema, locale: localeSchema.default('en') }),
    isResumable: true,
    run: (request, progress) => writeFindings(core, request, progress)
  })
  return {
    findings: os.exports.findings.handler(async ({ input, context }) => {
      const found = await requireActive(store, 'case', input.caseId)
      const { format } = input
      const locale = input.locale ?? (await localeOf(store, context.user.id))
      const label = inJob('findingsSummary', { format: format.toUpperCase() })
      return startFindings({ caseId: found.id, label, request: { user: context.user, caseId: found.id, format, locale } })
    }),
    codebook: os.exports.codebook.handler(() => writeCodebook(core))
  }
}

/** Writes the codebook as it ships, whichever is in force. It is no record of a case, so the ledger is not told. */
async function writeCodebook(core: CoreContext): Promise<{ mediaId: MediaId }> {
  const mediaId = mediaIdSchema.parse(uuidv7())
  const file = path.join(core.dataFolder, 'exports', mediaId, codebookFileName)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(shippedCodebook, null, 2)}\n`, { flush: true })
  await core.store.putMedia(mediaId, { path: file, contentType: 'application/json', downloadName: codebookFileName, expected: null })
  return { mediaId }
}

/** Writes the summary under its final name only when it is whole, notes it in the ledger, and answers with its media id. */
async function writeFindings(core: CoreContext, { user, caseId, format, locale }: FindingsJob, progress: Progress): Promise<MediaId> {
  const records = await readComparisonInput(core.store, caseId, core.codebook)
  const stills = await makeStills(core, records, progress)
  progress.report(inJob('writing'), 0.9)
  const document = planFindings(records, {
    codebook: core.codebook,
    locale,
    writtenBy: user.name,
    writtenAt: core.now().toISOString(),
    stills,
    canTakeStills: hasStills(core),
    verdict: await verifyLedger(core.store),
    appVersion: core.appVersion
  })
  const bytes = format === 'html' ? Buffer.from(renderFindingsHtml(document)) : await renderFindingsPdf(document)
  const mediaId = mediaIdSchema.parse(uuidv7())
  const incident = records.case.incidentNumber.replace(/[^\p{L}\p{N}-]+/gu, '_').slice(0, 80)
  const name = inLocale(locale, () => say('fileName', { incident, format }))
  const file = path.join(core.dataFolder, 'exports', mediaId, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.partial`, bytes, { flush: true })
  progress.signal.throwIfAborted()
  await rename(`${file}.partial`, file)
  await core.store.putMedia(mediaId, {
    path: file,
    contentType: format === 'html' ? 'text/html; charset=utf-8' : 'application/pdf',
    downloadName: name,
    expected: null
  })
  await core.ledger.write({
    actor: user,
    action: 'exports.findings',
    kind: 'view',
    plan: () =>
      Promise.resolve({ caseId, changes: [], label: inLedger('writeFindingsIn', { fileName: name, language: locale }), result: null })
  })
  return mediaId
}

/** True where stills can be made: they take both tools. */
function hasStills(core: CoreContext): boolean {
  const { ffmpeg, ffprobe } = core.media.tools()
  return ffmpeg !== null && ffprobe !== null
}

/** A still for each tag whose footage is there; the others are left out, and the summary says so. */
async function makeStills(core: CoreContext, records: CaseRecords, { signal, report }: Progress): Promise<Map<string, string>> {
  const stills = new Map<string, string>()
  const tags = tagsInOrder(records)
  if (!hasStills(core)) return stills
  const folder = path.join(core.dataFolder, 'derived', `stills-${uuidv7()}`)
  await mkdir(folder, { recursive: true })
  try {
    for (const [index, tag] of tags.entries()) {
      report(inJob('takingStills'), (index / tags.length) * 0.9)
      const footage = records.footage.find((one) => one.id === tag.footageId)
      const found = footage === undefined ? null : await statFile(footage.sourcePath).catch(() => null)
      if (footage === undefined || found?.sizeBytes !== footage.sizeBytes || found.modifiedAtMs !== footage.modifiedAtMs) continue
      const file = path.join(folder, `${tag.id}.jpg`)
      const isMade = await core.media.stillPng(footage.sourcePath, tag.startUs, file, { widthPx: stillWidthPx }, signal).then(
        () => true,
        () => false
      )
      signal.throwIfAborted()
      if (isMade) stills.set(tag.id, `data:image/jpeg;base64,${(await readFile(file)).toString('base64')}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return stills
}
