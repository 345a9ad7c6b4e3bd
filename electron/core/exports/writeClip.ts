import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import roboto from 'pdfmake/fonts/Roboto.js'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { formatFootageTime } from '#shared/domain/time'
import type { ClipPlan, Provenance } from '#shared/model/clip'
import type { Case } from '#shared/model/case'
import type { Footage } from '#shared/model/footage'
import { mediaIdSchema, type MediaId } from '#shared/model/ids'
import { ProblemError, problemWords } from '#shared/rpc/problem'
import { inLocale } from '#shared/messages/locale'
import { englishOf, messagesOf } from '#shared/messages/messagesOf'
import type { CoreContext } from '../context'
import { contentTypeOf, hashFile, statFile } from '../footage'
import { requireActive } from '../ledger'
import type { ClipJob } from './createClipHandlers'
import { planClip } from './planClip'

const inLedger = englishOf('labels')

const inJob = englishOf('steps')

const say = messagesOf('exports')

interface Progress {
  signal: AbortSignal
  report: (step: string, progress: number) => void
}

/** Of the work, the share that writes the pictures; then the source is hashed, then what was written. */
const writingShare = 0.6
const hashingShare = 0.95
/** A time in the written file may differ from the source's by what its unit of time rounds off, microseconds. */
const toleranceUs = { mp4: 20, mkv: 1000 }

/** The setting that holds the provenance of a clip. */
export function clipSetting(mediaId: MediaId): string {
  return `clip ${mediaId}`
}

/**
 * Writes a clip or a still with its provenance into a folder that gets its name only when both are whole and the source has been hashed
 * again and found unchanged. Notes it in the ledger, and answers with its media id.
 * @throws ProblemError `footage_changed`, `footage_missing`, and what the media tools throw; then nothing is left.
 */
export async function writeClip(core: CoreContext, footage: Footage, job: ClipJob, progress: Progress): Promise<MediaId> {
  await requireUnchanged(footage)
  const inCase = await requireActive(core.store, 'case', footage.caseId)
  const finalFolder = path.join(core.dataFolder, 'exports', job.mediaId)
  const folder = `${finalFolder}.partial`
  await Promise.all([folder, finalFolder].map((one) => rm(one, { recursive: true, force: true })))
  await mkdir(folder, { recursive: true })
  try {
    const { provenance, fileName, sidecarName } = await writeFiles(core, { footage, inCase, job, progress, folder })
    progress.signal.throwIfAborted()
    await rename(folder, finalFolder)
    const sidecarId = await note(core, job, footage, { provenance, file: path.join(finalFolder, fileName), sidecarName })
    await core.store.putSetting(clipSetting(job.mediaId), { sidecarId, provenance })
    return job.mediaId
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** @throws ProblemError `footage_changed`, `footage_missing`: by size and time of last change. */
export async function requireUnchanged(footage: Footage): Promise<void> {
  const found = await statFile(footage.sourcePath)
  if (found.sizeBytes !== footage.sizeBytes || found.modifiedAtMs !== footage.modifiedAtMs) throw changed(footage)
}

interface Work {
  footage: Footage
  inCase: Case
  job: ClipJob
  progress: Progress
  folder: string
}

async function writeFiles(core: CoreContext, work: Work) {
  const { footage, inCase, job, progress, folder } = work
  const { signal, report } = progress
  const at = core.now().toISOString()
  const clipId = createHash('sha256')
    .update(JSON.stringify([footage.sha256, job.what, job.user.id, at]))
    .digest('hex')
    .slice(0, 16)
  const made = job.what.kind === 'still' ? await writeStillFile(core, work, job.what.timeUs) : await writeClipFile(core, work, clipId)
  const file = path.join(folder, made.fileName)
  const again = await hashFile(footage.sourcePath, signal, (part) =>
    report(inJob('hashingSource'), writingShare + part * (hashingShare - writingShare))
  )
  if (again.sha256 !== footage.sha256) throw changed(footage)
  report(inJob('hashingWritten'), hashingShare)
  const output = await hashFile(file, signal, () => undefined)
  await flush(file)
  const provenance: Provenance = {
    app: { name: 'Countersign', version: core.appVersion },
    ...{ kind: job.what.kind, clipId, case: { incidentNumber: inCase.incidentNumber } },
    source: {
      ...{ footageId: footage.id, fileName: footage.fileName, cameraLabel: footage.cameraLabel, sha256: footage.sha256 },
      ...{ sizeBytes: footage.sizeBytes, startsAt: footage.startsAt, rehashedAt: core.now().toISOString() }
    },
    ...made.facts,
    tool: { name: 'ffmpeg', version: core.media.tools().ffmpeg?.version ?? 'unknown' },
    commands: made.commands,
    writtenBy: { id: job.user.id, name: job.user.name },
    writtenAt: at,
    output: { fileName: made.fileName, sha256: output.sha256, sizeBytes: output.sizeBytes }
  }
  const sidecarName = `${made.fileName}.json`
  await writeFile(path.join(folder, sidecarName), `${JSON.stringify(provenance, null, 2)}\n`, { flush: true })
  return { provenance, fileName: made.fileName, sidecarName }
}

interface Made {
  fileName: string
  commands: string[]
  facts: Pick<Provenance, 'asked' | 'real' | 'way' | 'parts' | 'frameCount' | 'isFrameExact' | 'sound' | 'language'>
}

async function writeClipFile(core: CoreContext, { footage, inCase, job, progress, folder }: Work, clipId: string): Promise<Made> {
  if (job.what.kind !== 'clip') throw new TypeError('not a clip')
  const { inUs, outUs, way, locale } = job.what
  const { signal, report } = progress
  report(inJob('readingRange'), 0)
  const cutPath = await core.media.indexedCopy(footage.sourcePath, footage.probe.container, path.join(folder, 'source.mp4'), signal)
  const plan = planClip(await core.media.readCutSource(cutPath, { inUs, outUs }, signal), { inUs, outUs }, way)
  const span = { start: nameOf(inCase, footage, plan.real.inUs), end: clock(plan.real.outUs), way }
  const fileName = `${inLocale(locale, () => say('clipName', span))}.${plan.container}`
  const outPath = path.join(folder, fileName)
  const commands: string[] = []
  const request = {
    ...{
      path: footage.sourcePath,
      sourceContainer: footage.probe.container,
      outPath,
      plan,
      signal,
      onCommand: (line: string) => commands.push(line)
    },
    onProgress: (part: number) => report(inJob('writingClip'), part * writingShare)
  }
  if (way === 'keyframes') await core.media.copyClip(request)
  else if (way === 'exact') await core.media.exactClip(request)
  else {
    const camera = footage.cameraLabel === '' ? footage.fileName : `${footage.cameraLabel} (${footage.fileName})`
    const words = inLocale(locale, () => ({
      text: say('banner', { incident: inCase.incidentNumber, camera, id: clipId }),
      timeWords: say('sourceTime')
    }))
    await core.media.bannerClip(request, { ...words, fontPath: z.string().parse(roboto['Roboto']?.normal) })
  }
  if (cutPath !== footage.sourcePath) await rm(cutPath)
  await requireTimes(core, footage, plan, outPath, signal)
  const { asked, real, parts, frameCount, isFrameExact, sound } = plan
  return { fileName, commands, facts: { asked, real, way, parts, frameCount, isFrameExact, sound, language: locale } }
}

async function writeStillFile(core: CoreContext, { footage, inCase, progress, folder }: Work, askedUs: number): Promise<Made> {
  const asked = { inUs: askedUs, outUs: askedUs + 1 }
  const { packets, endUs } = await core.media.readCutSource(footage.sourcePath, asked, progress.signal)
  const shown = packets.filter((packet) => packet.isShown).map((packet) => packet.timeUs)
  const timeUs = Math.max(...shown.filter((one) => one <= askedUs))
  const nextUs = Math.min(endUs, ...shown.filter((one) => one > timeUs))
  const fileName = `${nameOf(inCase, footage, timeUs)}.png`
  await core.media.stillPng(footage.sourcePath, timeUs, path.join(folder, fileName), { widthPx: null }, progress.signal)
  const real = { inUs: timeUs, outUs: nextUs }
  const facts = { asked, real, way: null, parts: [], frameCount: 1, isFrameExact: false, sound: 'none' as const }
  return { fileName, commands: [], facts }
}

/** The frames of what was written must be those planned, each at its time: a tool that cut elsewhere is not believed. */
async function requireTimes(core: CoreContext, footage: Footage, plan: ClipPlan, outPath: string, signal: AbortSignal): Promise<void> {
  const { packets } = await core.media.readCutSource(footage.sourcePath, plan.real, signal)
  const shown = packets
    .filter((one) => one.isShown && one.timeUs >= plan.real.inUs && one.timeUs < plan.real.outUs)
    .map((one) => one.timeUs)
  const wanted = [...new Set(shown)].sort((a, b) => a - b).map((timeUs) => timeUs - plan.real.inUs)
  const { timesUs } = await core.media.readFrameTimes(outPath, signal)
  const firstUs = timesUs[0] ?? 0
  const isSame = timesUs.every((timeUs, index) => Math.abs(timeUs - firstUs - (wanted[index] ?? NaN)) <= toleranceUs[plan.container])
  if (timesUs.length === wanted.length && isSame) return
  throw new ProblemError(
    'ffmpeg_failed',
    problemWords('clipNotAsPlanned', { fileName: footage.fileName, found: timesUs.length, wanted: wanted.length }),
    { subjectId: footage.id }
  )
}

async function note(
  core: CoreContext,
  job: ClipJob,
  footage: Footage,
  { provenance, file, sidecarName }: { provenance: Provenance; file: string; sidecarName: string }
): Promise<MediaId> {
  const sidecarId = mediaIdSchema.parse(uuidv7())
  const { fileName, sha256 } = provenance.output
  await core.store.putMedia(job.mediaId, { path: file, contentType: contentTypeOf(fileName), downloadName: fileName, expected: null })
  const sidecar = path.join(path.dirname(file), sidecarName)
  await core.store.putMedia(sidecarId, {
    path: sidecar,
    contentType: contentTypeOf(sidecarName),
    downloadName: sidecarName,
    expected: null
  })
  await core.ledger.write({
    actor: job.user,
    action: provenance.kind === 'still' ? 'clips.still' : 'clips.write',
    kind: 'view',
    plan: () =>
      Promise.resolve({
        caseId: footage.caseId,
        changes: [],
        label: inLedger('writeClip', {
          kind: provenance.kind,
          fileName,
          id: provenance.clipId,
          sha256,
          source: footage.fileName,
          sourceSha256: footage.sha256
        }),
        result: null
      })
  })
  return sidecarId
}

function nameOf({ incidentNumber }: Case, { cameraLabel, fileName }: Footage, timeUs: number): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}-]+/gu, '_').slice(0, 60)
  return `${plain(incidentNumber)} ${plain(cameraLabel === '' ? path.parse(fileName).name : cameraLabel)} ${clock(timeUs)}`
}

/** A time for a file name: no system takes a colon in all of them. */
function clock(timeUs: number): string {
  return formatFootageTime(timeUs).replaceAll(':', '.')
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

function changed(footage: Footage): ProblemError {
  return new ProblemError('footage_changed', problemWords('clipSourceChanged', { fileName: footage.fileName }), { subjectId: footage.id })
}
