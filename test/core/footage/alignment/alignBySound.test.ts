import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { alignBySound, type Recording } from '#core/footage/alignment/alignBySound'
import { createMediaTools } from '#core/media/createMediaTools'
import { temporaryFolder } from '../../openTestCore'
import { testSpeech } from './testSpeech'
import { createRandom, drawScene, sourceRate, take, writeRecording, type Take } from './recordings'

interface Camera extends Take {
  /** The ending of its file; a bare sound file where it has no codec. */
  extension?: string
  codec?: readonly string[]
}

const aac = { extension: 'mp4', codec: ['-c:v', 'mpeg4', '-c:a', 'aac', '-b:a', '64k', '-ar', '48000'] }
const telephone = { extension: 'avi', codec: ['-c:v', 'mpeg4', '-c:a', 'pcm_mulaw', '-ar', '8000'] }
const camcorder = { extension: 'mov', codec: ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le', '-ar', '22050'] }
const transport = { extension: 'ts', codec: ['-c:v', 'mpeg2video', '-c:a', 'ac3', '-ar', '48000'] }

const media = await createMediaTools({ env: process.env, log: () => undefined })
const scene = drawScene(200, 7)
const elsewhere = drawScene(120, 99)
const speech = testSpeech()
const first: Camera = { fromS: 0, toS: 80 }
const second: Camera = { fromS: 12.3456, toS: 95 }
const sounds: readonly (readonly [string, Float32Array | null])[] = [
  ['a drawn scene', scene],
  ['recorded speech', speech]
]

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-align-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const recorded = new Map<Float32Array, Map<string, Recording>>()

/** What a camera records of a sound; the same is recorded once for all tests. */
function record(source: Float32Array, camera: Camera, seed: number): Recording {
  const ofSource = recorded.get(source) ?? new Map<string, Recording>()
  recorded.set(source, ofSource)
  const key = JSON.stringify([camera, seed])
  const known = ofSource.get(key)
  if (known !== undefined) return known
  const file = path.join(folder, `${randomUUID()}.${camera.extension ?? 'wav'}`)
  const samples = take(source, camera, seed)
  const { filter, codec } = camera
  writeRecording(file, samples, { ...(filter === undefined ? {} : { filter }), ...(codec === undefined ? {} : { codec }) })
  const probe = { durationUs: (samples.length / sourceRate) * 1e6, audioTrackCount: 1 }
  const made = { fileName: path.basename(file), sourcePath: file, cameraLabel: '', probe }
  ofSource.set(key, made)
  return made
}

async function compare(reference: readonly [Float32Array, Camera], footage: readonly [Float32Array, Camera]) {
  const work = temporaryFolder()
  const outcome = await alignBySound(record(...reference, 1), record(...footage, 2), {
    ...{ media, folder: path.join(work, 'sound'), signal: new AbortController().signal, report: () => undefined }
  })
  expect(readdirSync(work)).toEqual([])
  return outcome
}

/** The greatest error, in milliseconds, at both ends of what the second camera recorded. */
async function errorMs(source: Float32Array, one: Camera, other: Camera): Promise<number> {
  const { match, explanation } = await compare([source, one], [source, other])
  if (match === null) throw new Error(explanation)
  const errors = [other.fromS, other.toS].map((sceneS) => {
    const footageS = (sceneS - other.fromS) * (1 + (other.clockPpm ?? 0) / 1e6)
    const referenceS = (sceneS - one.fromS) * (1 + (one.clockPpm ?? 0) / 1e6)
    return Math.abs(match.offsetUs / 1000 + footageS * 1000 * (1 + match.driftPpm / 1e6) - referenceS * 1000)
  })
  return Math.max(...errors)
}

const cameras: readonly (readonly [string, Camera, Camera, number])[] = [
  ['as it is', first, second, 1],
  ['that began before the reference', { fromS: 20, toS: 80 }, { fromS: 3.3, toS: 60 }, 1],
  ['with noise 10 dB below', { ...first, snrDb: 10 }, { ...second, snrDb: 10, gain: 0.3 }, 1],
  ['with noise as loud', { ...first, snrDb: 0 }, { ...second, snrDb: 0, gain: 0.3 }, 1],
  ['with noise 5 dB above', { ...first, snrDb: -5 }, { ...second, snrDb: -5 }, 1],
  ['very quiet', first, { ...second, gain: 0.02 }, 1],
  ['through a telephone’s band', first, { ...second, filter: 'highpass=300,highpass=300,lowpass=3000,lowpass=3000' }, 1],
  ['muffled under cloth', { ...first, snrDb: 10 }, { ...second, snrDb: 10, filter: 'lowpass=1200,lowpass=1200' }, 1],
  ['with an automatic level', first, { ...second, snrDb: 15, filter: 'acompressor=ratio=8:threshold=0.02:makeup=8' }, 1],
  ['in AAC beside µ-law at 8 kHz', { ...first, ...aac }, { ...second, ...telephone }, 1],
  ['in AC-3 beside bare samples at 22 kHz', { ...first, ...transport }, { ...second, ...camcorder }, 6],
  ['muted for the first half minute', first, { ...second, mutedS: 30, snrDb: 10 }, 1],
  ['that shares 8 s only', { fromS: 0, toS: 40 }, { fromS: 32, toS: 70, snrDb: 15 }, 1],
  ['ten seconds long', first, { fromS: 55.5, toS: 65.5, snrDb: 10 }, 1],
  ['with a clock 50 ppm fast', first, { ...second, clockPpm: 50, snrDb: 10 }, 5],
  ['with a clock 50 ppm slow', first, { ...second, clockPpm: -50, snrDb: 10 }, 5]
]

for (const [sound, source] of sounds) {
  describe(`aligning by sound: ${sound}`, () => {
    for (const [name, one, other, withinMs] of cameras) {
      it(`a camera ${name}`, async (context) => {
        if (source === null) return context.skip('the folder of test data is absent')
        expect(await errorMs(source, one, other)).toBeLessThan(withinMs)
      })
    }
  })
}

describe('aligning by sound', () => {
  it('estimates the drift of recordings that are long enough, to within a part per million', async () => {
    const { match } = await compare([scene, { fromS: 0, toS: 190, snrDb: 10 }], [scene, { fromS: 5, toS: 200, snrDb: 10, clockPpm: 50 }])
    expect(match?.driftPpm).toBeCloseTo(-50, 0)
    expect(match?.confidence).toBeGreaterThan(0.9)
  })

  const tone = Float32Array.from({ length: sourceRate * 60 }, (_, at) => 0.3 * Math.sin((2 * Math.PI * 440 * at) / sourceRate))
  const beeps = tone.map((value, at) => (at % sourceRate < sourceRate / 10 ? value : 0))
  const random = createRandom(3)
  const hiss = tone.map(() => random() - 0.5)
  it.each([
    ['two scenes', scene, first, elsewhere, first],
    ['two halves of one scene', scene, first, scene, { fromS: 81, toS: 190 }],
    ['two scenes in AAC', scene, { ...first, ...aac }, elsewhere, { ...first, ...aac }],
    ['a steady tone in both', tone, { fromS: 0, toS: 50 }, tone, { fromS: 3.21, toS: 60 }],
    ['the same beep each second', beeps, { fromS: 0, toS: 50, snrDb: 20 }, beeps, { fromS: 3.21, toS: 60, snrDb: 20 }],
    ['two noises', hiss, { fromS: 0, toS: 25 }, hiss, { fromS: 30, toS: 55 }],
    ['silence', scene, first, scene, { ...second, gain: 0 }]
  ])('finds no match between %s', async (_name, one, oneCamera, other, otherCamera) => {
    const { match, explanation } = await compare([one, oneCamera], [other, otherCamera])
    expect(match).toBeNull()
    expect(explanation).toMatch(/^No match found: /)
  })

  it('says so where a camera has no sound at all', async () => {
    const recording: Recording = {
      fileName: 'a.mp4',
      sourcePath: 'a.mp4',
      cameraLabel: 'Camera A',
      probe: { durationUs: 1, audioTrackCount: 0 }
    }
    const options = { media, folder: temporaryFolder(), signal: new AbortController().signal, report: () => undefined }
    expect(await alignBySound(recording, recording, options)).toEqual({
      match: null,
      explanation: 'No match found: Camera A has no sound.'
    })
  })
})
