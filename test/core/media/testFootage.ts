import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const dataFolder = process.env['COUNTERSIGN_TEST_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const videoFolder = join(dataFolder, 'video')

/** The path of a third-party video, or null where the folder of test data is absent. */
export function testVideo(name: string): string | null {
  const path = join(videoFolder, name)
  return existsSync(path) ? path : null
}

/** Every third-party video, by its name inside the folder; empty where the folder is absent, which is printed. */
export function testVideos(): { name: string; path: string }[] {
  if (!existsSync(videoFolder)) {
    process.stdout.write(`skipped: no third-party videos, since ${videoFolder} is absent\n`)
    return []
  }
  return readdirSync(videoFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(videoFolder, path), path }))
}
