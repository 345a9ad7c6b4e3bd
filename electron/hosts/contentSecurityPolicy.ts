/** The window's policy: its own scripts and styles, pictures and footage from its host, and nothing from anywhere else. */
export function contentSecurityPolicy({ media, connect }: { media: string; connect: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob: ${media}`,
    `media-src ${media}`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // No popups and no way to another top page; downloads are how the browser host hands over a findings summary.
    'sandbox allow-scripts allow-same-origin allow-downloads allow-forms'
  ].join('; ')
}
