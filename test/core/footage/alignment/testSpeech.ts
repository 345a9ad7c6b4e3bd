import { existsSync } from 'node:fs'
import path from 'node:path'
import { readSource } from './recordings'

const folder = path.join(process.env['COUNTERSIGN_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/data'), 'audio')
const files = ['jfk.wav', 'sample.wav', 'silero-test.wav', 'vosk-test.wav'].map((name) => path.join(folder, name))

/** A hundred seconds of recorded speech of several people; null where the folder of test data is absent, which is printed. */
export function testSpeech(): Float32Array | null {
  if (!files.every((file) => existsSync(file))) {
    process.stdout.write(`skipped: no recorded speech, since ${folder} is absent\n`)
    return null
  }
  return Float32Array.from(files.flatMap((file) => [...readSource(file)]))
}
