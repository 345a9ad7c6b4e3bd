import parseRange from 'range-parser'

/** A file to serve, as the core located it. */
export interface MediaFile {
  contentType: string
  sizeBytes: number
  downloadName: string
}

/** Status, headers and the bytes to send (both ends included), or no bytes. */
export interface MediaResponsePlan {
  status: 200 | 206 | 416
  headers: Record<string, string>
  bytes: { start: number; end: number } | null
}

/** Plans the answer to a request for a file, with one range at most (RFC 9110, 14). */
export function planMediaResponse(file: MediaFile, rangeHeader: string | null, isDownload: boolean): MediaResponsePlan {
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Content-Type': file.contentType,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    // What is opened from here is shown as a document of its own, without scripts.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    ...(isDownload ? { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.downloadName)}` } : {})
  }
  const whole = { ...headers, 'Content-Length': String(file.sizeBytes) }
  if (rangeHeader === null || file.sizeBytes === 0) {
    return { status: 200, headers: whole, bytes: file.sizeBytes === 0 ? null : { start: 0, end: file.sizeBytes - 1 } }
  }
  const ranges = parseRange(file.sizeBytes, rangeHeader)
  if (ranges === -1) return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.sizeBytes}` }, bytes: null }
  const range = ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1 ? undefined : ranges[0]
  // A malformed range, or several, is answered with the whole file, as the RFC allows.
  if (range === undefined) return { status: 200, headers: whole, bytes: { start: 0, end: file.sizeBytes - 1 } }
  return {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(range.end - range.start + 1),
      'Content-Range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`
    },
    bytes: { start: range.start, end: range.end }
  }
}
