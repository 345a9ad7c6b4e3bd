import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentTypeOf } from '#core/footage/contentTypes'
import { expectedOutcomes } from '../../core/media/expectedOutcomes'
import { testVideos } from '../../core/media/testFootage'

/** Serves a folder as the hosts serve media: with ranges, and by the type that the app gives. */
async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { dev: true, setHeaders: (response, file) => response.setHeader('Content-Type', contentTypeOf(file)) })
  const server = createServer((request, response) =>
    files(request, response, () => void response.setHeader('Content-Type', 'text/html').end('<!doctype html>'))
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return { server, address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/` }
}

/** What a page's own player makes of a file: `decoded` once a picture came, and sound where it is wanted; else its complaint. */
async function tryFile(page: Page, address: string, wantsSound: boolean): Promise<string> {
  return page.evaluate(
    async ({ src, withSound }) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = src
      const ended = new Promise<string>((resolve) => {
        video.onerror = () => resolve(video.error?.message ?? 'unknown')
        // What knows only the sound of a file plays that and shows nothing.
        video.onloadedmetadata = () => video.videoWidth === 0 && resolve('no picture')
        setTimeout(() => resolve('nothing came'), 5000)
      })
      const decoded = new Promise<string>((resolve) => {
        video.requestVideoFrameCallback(() => {
          const look = () => {
            const soundBytes: unknown = Reflect.get(video, 'webkitAudioDecodedByteCount')
            if (!withSound || Number(soundBytes) > 0) resolve('decoded')
            else setTimeout(look, 20)
          }
          look()
        })
      })
      video.play().catch(() => undefined)
      const answer = await Promise.race([decoded, ended])
      video.removeAttribute('src')
      video.load()
      return answer
    },
    { src: address, withSound: wantsSound }
  )
}

/** Tries several at a time: most of it is waiting. */
async function tryAll(page: Page, addresses: readonly string[], wantsSound: boolean): Promise<string[]> {
  const answers: string[] = []
  for (let first = 0; first < addresses.length; first += 6) {
    answers.push(...(await Promise.all(addresses.slice(first, first + 6).map((address) => tryFile(page, address, wantsSound)))))
  }
  return answers
}

describe('what the app plays from the source', () => {
  let browser: Browser
  beforeAll(async () => {
    const executablePath = process.env['COUNTERSIGN_CHROMIUM'] ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  })
  afterAll(() => browser.close())

  it('plays in real Chromium, every third-party file', async (context) => {
    const [video] = testVideos()
    if (video === undefined) return context.skip('no third-party videos')
    const { server, address } = await serve(video.path.slice(0, -video.name.length))
    const page = await browser.newPage()
    await page.goto(address)
    const names = Object.keys(expectedOutcomes).filter((name) => !expectedOutcomes[name]?.startsWith('refused'))
    const answers = await tryAll(
      page,
      names.map((name) => encodeURI(name)),
      false
    )
    const come = names.map((name, index) => ({ name, outcome: expectedOutcomes[name] ?? '', answer: answers[index] ?? '' }))
    server.close()
    const needless = come.filter(({ outcome, answer }) => outcome.startsWith('proxy') && answer === 'decoded')
    process.stdout.write(`pictures decoded, though a proxy is made: ${needless.map(({ name }) => name).join(', ')}\n`)
    // One that is damaged may break; then the app goes over to a proxy.
    const broken = come.filter(({ outcome, answer }) => outcome === 'source' && answer !== 'decoded')
    expect(broken).toEqual([])
    const isSilent = ({ answer }: { answer: string }) => answer === 'nothing came'
    expect(come.filter(({ outcome }) => outcome === 'source, damaged').filter(isSilent)).toEqual([])
  })

  it('is heard where the sound is bare samples', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'countersign-playable-'))
    const { server, address } = await serve(folder)
    try {
      const kinds = ['s16le', 's16be', 's24le', 's32le', 'f32le', 'u8', 'alaw', 'mulaw']
      const names = kinds.flatMap((kind) => [`${kind}.mov`, `${kind}.mkv`])
      const codec = (name: string) => `pcm_${path.parse(name).name}`
      const outputs = names.map((name) => ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', codec(name), path.join(folder, name)])
      const inputs = ['-f', 'lavfi', '-i', 'color=s=64x64:r=25:d=1', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1']
      execFileSync(process.env['FFMPEG_BIN'] ?? 'ffmpeg', ['-v', 'error', '-nostdin', ...inputs, ...outputs.flat()])
      const page = await browser.newPage()
      await page.goto(address)
      expect(await tryAll(page, names, true)).toEqual(names.map(() => 'decoded'))
    } finally {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
