import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { emptyTagDetails } from '#shared/domain/suggestTagDetails'
import type { Judgement } from '#shared/model/comparison'
import type { TagId } from '#shared/model/ids'
import type { TagDetails } from '#shared/model/tag'
import { generateVideo } from '../core/media/generateVideo'
import { caseWithFootage, loadReport, openTestCore, reportDraft } from '../core/openTestCore'

const minutes = 40
const judgements: readonly Judgement[] = ['agrees', 'agrees', 'agrees', 'differs', 'agrees', 'contradicts']

/** Two in three come in bursts, the others about evenly over the footage; in microseconds. */
function startOf(at: number, count: number): number {
  const spreadUs = Math.floor((at / count) * (minutes * 60 - 60) * 1_000_000)
  return at % 12 < 8 ? Math.floor((Math.floor(at / 12) * 12 * (minutes * 60 - 60) * 1_000_000) / count) + (at % 12) * 2_300_000 : spreadUs
}

function detailsOf(at: number): TagDetails {
  const kind =
    (['force', 'force', 'resistance', 'warning', 'force', 'medical-aid', 'de-escalation', 'intervention'] as const)[at % 8] ?? 'force'
  if (kind !== 'force') return emptyTagDetails(kind)
  const bodyArea = (['head', 'chest', 'leg', null] as const)[at % 4] ?? null
  return { ...emptyTagDetails('force'), forceType: ['strike', 'push', 'takedown'][at % 3] ?? 'strike', bodyArea, count: 1 + (at % 3) }
}

/**
 * Makes a data folder with one case, without a window: so many events, and three reports whose sentences are tied to three of five of
 * them in the order of time, one in seven out of order.
 */
export async function makeLongAccounts(dataFolder: string, events: number): Promise<void> {
  mkdirSync(dataFolder, { recursive: true })
  const video = path.join(dataFolder, 'long.mp4')
  generateVideo(video, { seconds: minutes * 60, size: '64x36', framesPerSecond: '5', sound: false })
  const core = await openTestCore({ dataFolder })
  const { client } = core
  const { caseId, footageId } = await caseWithFootage(core, video)
  const tagIds: TagId[] = []
  for (let at = 0; at < events; at += 1) {
    const startUs = startOf(at, events)
    const draft = { footageId, startUs, endUs: startUs + 1_000_000, details: detailsOf(at), note: '', clauseIds: [] }
    tagIds.push((await client.tags.create({ caseId, draft })).id)
  }
  const sentences = Math.max(1, Math.round(events * 0.2))
  for (const [index, author] of ['Officer A', 'Officer B', 'Sergeant C'].entries()) {
    const words = Array.from(
      { length: sentences },
      (_, at) => `In the moment numbered ${at + 1} I saw what ${author} did to the man there.`
    )
    const text = words.map((sentence, at) => (at % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join('')
    const file = path.join(dataFolder, `report-${index + 1}.txt`)
    writeFileSync(file, text)
    await loadReport(core, caseId, file, {
      ...reportDraft,
      authorName: author,
      capacity: index === 0 ? 'involved-officer' : 'witness-officer'
    })
    const report = (await client.cases.get({ caseId })).reports.find(({ fileName }) => fileName === path.basename(file))
    if (report === undefined) throw new Error('the report was not loaded')
    for (const [at, sentence] of words.entries()) {
      const start = text.indexOf(sentence)
      const span = { reportId: report.id, start: start + 3, end: start + sentence.length - 10 }
      const tagId = tagIds[at % 7 === 6 ? (at * 31) % events : Math.floor(((at + 0.5) / sentences) * events)]
      if (tagId !== undefined)
        await client.links.create({ tagId, span, judgement: judgements[at % judgements.length] ?? 'agrees', note: '' })
    }
  }
  await core.close()
}
