const megabyte = 1024 * 1024

/** How much of a report's file is read before it is refused; a written account stays far below each of these. */
export const extractionLimits = {
  maxFileBytes: 200 * megabyte,
  maxTextLength: 20 * megabyte,
  maxPages: 5000,
  /** Pages that are read from their pictures, at a few seconds each; the rest of a longer scan is left out, and named. */
  maxOcrPages: 200,
  zip: {
    maxEntries: 10_000,
    maxInflatedBytes: 200 * megabyte,
    maxXmlBytes: 50 * megabyte,
    /** Below this an entry may shrink as far as it likes: blank pictures do. */
    ratioCheckedFromBytes: 10 * megabyte,
    maxRatio: 200
  },
  maxHeapMegabytes: 1024,
  /** Memory outside the heap (inflated streams), which the heap limit of a worker does not cover. */
  maxExternalBytes: 1024 * megabyte,
  /** For a file, beginning anew with each page that was read from its picture. */
  timeoutMs: 60_000
} as const
