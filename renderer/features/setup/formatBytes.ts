const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
const step = 1000

/** A size for reading, e.g. `12.4 MB`. `sizeBytes` is 0 or more. */
export function formatBytes(sizeBytes: number): string {
  let value = sizeBytes
  let unit = 0
  while (value >= step && unit < units.length - 1) {
    value /= step
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`
}
