import path from 'node:path'

const byExtension: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.json': 'application/json'
}

/** The media type under which a host serves a file; what is not known is bytes. */
export function contentTypeOf(filePath: string): string {
  return byExtension[path.extname(filePath).toLowerCase()] ?? 'application/octet-stream'
}
