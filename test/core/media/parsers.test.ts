import { createTickConverter, orderFrames, parsePacketLine } from '#core/media/frameTimes'
import { isPlayableInChromium } from '#core/media/isPlayableInChromium'
import { mediaProblem, type MediaFailure } from '#core/media/mediaProblem'
import { parseProbe } from '#core/media/parseProbe'
import { isProgressLine, parseProgress } from '#core/media/parseProgress'
import { rawProbeSchema } from '#core/media/rawProbe'
import { withFrameTimes } from '#core/media/withFrameTimes'
import { everyFrameOptions } from '#core/media/writeProxy'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('parseProgress', () => {
  // As ffmpeg 5.1 and the npm build of 2018 wrote them.
  const lines = [
    'frame=52',
    'fps=0.00',
    'bitrate=   0.4kbits/s',
    'total_size=N/A',
    'out_time_us=2500000',
    'out_time_ms=2500000',
    'speed=4.99x'
  ]

  test('reads how far the work is', () => {
    expect(parseProgress('out_time=00:00:02.500000', 10e6)).toBe(0.25)
    expect(parseProgress('out_time=01:00:00.000000', 7200e6)).toBe(0.5)
    expect(parseProgress('progress=end', 10e6)).toBe(1)
  })
  test('never says more than the whole, and nothing where nothing is told', () => {
    expect(parseProgress('out_time=00:00:11.000000', 10e6)).toBe(1)
    for (const line of ['out_time=N/A', 'out_time=-577014:32:22.770000', 'progress=continue', ...lines])
      expect(parseProgress(line, 10e6)).toBeNull()
    expect(parseProgress('out_time=00:00:02.500000', 0)).toBeNull()
  })
  test('tells its lines from complaints', () => {
    for (const line of lines) expect(isProgressLine(line)).toBe(true)
    expect(isProgressLine('av_interleaved_write_frame(): No space left on device')).toBe(false)
  })
})

describe('frame times', () => {
  test('reads packets of both ffprobe builds', () => {
    expect(parsePacketLine('pts=-280|dts=-321|pos=48|flags=KD')).toEqual({
      ...{ time: -280, isDiscarded: true, isCorrupt: false, positionBytes: 48 }
    })
    expect(parsePacketLine('pts=N/A|dts=17|pos=N/A|flags=K_|tag:x=1')).toMatchObject({ time: 17, isDiscarded: false, positionBytes: null })
    expect(parsePacketLine('pts=N/A|dts=N/A|flags=__')).toMatchObject({ time: null, isDiscarded: false })
    expect(parsePacketLine('')).toBeNull()
  })
  test('is within half a microsecond of the exact time, however long the recording', () => {
    const base = fc.constantFrom<[number, number]>([1, 90000], [1, 1000], [1001, 30000], [1, 12800], [1, 1000000000])
    fc.assert(
      fc.property(base, fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), ([numerator, denominator], nearUs) => {
        const ticks = (BigInt(nearUs) * BigInt(denominator)) / (BigInt(numerator) * 1_000_000n)
        fc.pre(ticks >= BigInt(Number.MIN_SAFE_INTEGER) && ticks <= BigInt(Number.MAX_SAFE_INTEGER))
        const timeUs = createTickConverter({ numerator, denominator }, 0)(Number(ticks))
        const exact = ticks * BigInt(numerator) * 1_000_000n
        const error = BigInt(timeUs) * BigInt(denominator) - exact
        expect(2n * (error < 0n ? -error : error)).toBeLessThanOrEqual(BigInt(denominator))
      })
    )
  })
  test('puts decoding order into showing order, once each, from the start on', () => {
    const timeBase = { numerator: 1, denominator: 25 }
    expect(orderFrames(Float64Array.of(10, 13, 11, 11, 9, 12), timeBase, 400_000)).toEqual({
      ticks: Float64Array.of(10, 11, 12, 13),
      timeBase,
      startUs: 400_000,
      timesUs: Float64Array.of(0, 40_000, 80_000, 120_000)
    })
  })
})

describe('parseProbe', () => {
  const video = {
    index: 0,
    codec_type: 'video',
    codec_name: 'h264',
    pix_fmt: 'yuv420p',
    width: 640,
    height: 360,
    r_frame_rate: '25/1',
    avg_frame_rate: '25/1'
  }
  const read = (stream: object, format: object = {}) =>
    parseProbe(
      rawProbeSchema.parse({ format: { format_name: 'mov,mp4,m4a', duration: '4.000000', ...format }, streams: [{ ...video, ...stream }] }),
      'a.mp4'
    )

  test('takes a recording date with its offset, and no clock that was never set', () => {
    expect(read({}, { tags: { creation_time: '2019-12-20T20:08:34.000000Z' } }).recordedAt).toBe('2019-12-20T20:08:34.000Z')
    expect(read({}, { tags: { 'com.apple.quicktime.creationdate': '2024-10-12T21:14:00-0400' } }).recordedAt).toBe(
      '2024-10-13T01:14:00.000Z'
    )
    for (const time of ['1904-01-01T00:00:00.000000Z', '1970-01-01T00:00:00.000000Z', '2019-12-20 20:08:34', 'soon']) {
      expect(read({}, { tags: { creation_time: time } }).recordedAt).toBeNull()
    }
  })
  test('tells a variable rate from one that is a thousandth off', () => {
    expect(read({ r_frame_rate: '30000/1001', avg_frame_rate: '30000/1001' }).isVariableFrameRate).toBe(false)
    expect(read({ r_frame_rate: '30/1', avg_frame_rate: '29975/1000' }).isVariableFrameRate).toBe(false)
    expect(read({ r_frame_rate: '30/1', avg_frame_rate: '24/1' }).isVariableFrameRate).toBe(true)
    expect(read({ avg_frame_rate: '0/0' }).frameRate).toEqual({ numerator: 25, denominator: 1 })
  })
  test('counts the length from the first frame', () => {
    expect(read({ start_time: '10.0', duration: '4.0' }, { start_time: '10.0', duration: '14.0' }).durationUs).toBe(4_000_000)
  })
  test('turns clockwise', () => {
    expect(read({ side_data_list: [{ rotation: -90 }] }).rotationDegrees).toBe(90)
    expect(read({ tags: { rotate: '270' } }).rotationDegrees).toBe(270)
  })
  test('refuses a cover picture and sound', () => {
    expect(() => read({ disposition: { attached_pic: 1 } })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'footage_not_video' }) })
    )
    expect(() => read({ codec_type: 'audio' })).toThrow('it holds sound only')
  })
  test('knows what Chromium plays', () => {
    expect(isPlayableInChromium(read({}))).toBe(true)
    expect(isPlayableInChromium(read({ codec_name: 'hevc' }))).toBe(false)
    expect(isPlayableInChromium(read({ pix_fmt: 'yuv420p10le' }))).toBe(false)
    expect(isPlayableInChromium(read({}, { format_name: 'avi' }))).toBe(false)
    expect(isPlayableInChromium(read({}, { start_time: '10.0' }))).toBe(false)
    expect(isPlayableInChromium(read({}, { start_time: '-0.007' }))).toBe(true)
    expect(isPlayableInChromium(read({}, { start_time: '-0.1' }))).toBe(false)
    expect(isPlayableInChromium({ ...read({}), audioCodec: 'pcm_s16le' })).toBe(true)
    expect(isPlayableInChromium({ ...read({}), audioCodec: 'ac3' })).toBe(false)
  })
  test('says where header and frames disagree', () => {
    const partial = { fromUs: null, toUs: null, what: 'partial file' }
    const frames = { timesUs: Float64Array.of(0, 40_000, 80_000), damage: [partial] }
    const long = withFrameTimes(read({}), frames)
    expect(long).toMatchObject({
      durationUs: 4_000_000,
      damage: [{ fromUs: 120_000, toUs: 4_000_000, what: 'The file says that it lasts 4.0 s; its pictures end at 0.1 s.' }, partial]
    })
    expect(withFrameTimes(read({}), frames, false).durationUs).toBe(120_000)
    expect(withFrameTimes({ ...read({}), durationUs: 60_000 }, frames)).toMatchObject({ durationUs: 120_000, damage: [partial] })
  })
})

describe('mediaProblem', () => {
  const code = (stderr: string[], end: MediaFailure['end'] = 'exited') =>
    mediaProblem({ end, stderr, path: '/films/a.mp4', task: 'taskMakeStill', limitMs: 1000 }).problem.code

  test('knows what ffmpeg complains of', () => {
    expect(code(['Error writing trailer of a.mp4: No space left on device'])).toBe('disk_full')
    expect(code(["[hls @ 0x564a7eb4e280] Format not on whitelist 'mov'", 'file:a.mp4: Invalid argument'])).toBe('footage_not_video')
    expect(code(['file:a.mp4: No such file or directory'])).toBe('footage_missing')
    expect(code(['[mov @ 0x1] moov atom not found'])).toBe('footage_unreadable')
    expect(code(['Conversion failed!'])).toBe('ffmpeg_failed')
    expect(code([], 'cancelled')).toBe('job_cancelled')
    expect(code([], 'too-long')).toBe('ffmpeg_failed')
    expect(code([], 'not-started')).toBe('ffmpeg_unavailable')
  })
  test('names the file and neither its folder nor an address in memory', () => {
    const failure: MediaFailure = {
      end: 'exited',
      stderr: ['[mov @ 0x55d] moov atom not found', 'file:/films/a.mp4: Invalid data'],
      path: '/films/a.mp4',
      task: 'taskReadFile',
      limitMs: 1
    }
    expect(mediaProblem(failure).message).toBe('a.mp4 cannot be read as video. ffprobe says: mov: moov atom not found; a.mp4: Invalid data')
  })
})

test('keeps times with the option that the version knows', () => {
  for (const version of ['5.1.9-0+deb12u1', '7.0.2-static', 'n7.1', '2024-01-01-git-abc'])
    expect(everyFrameOptions(version)[0]).toBe('-fps_mode')
  for (const version of ['4.4.2', '5.0.1', 'N-47683-g0e8eb07980-static']) expect(everyFrameOptions(version)[0]).toBe('-vsync')
})
