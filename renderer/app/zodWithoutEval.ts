import { z } from 'zod'

// The window's policy refuses code made from text. zod would try it once, fall back, and leave a violation in the browser's reports.
z.config({ jitless: true })
