/**
 * Reads one line that ffmpeg writes for `-progress`. Pure.
 * @returns how far the work is, 0 to 1; null where the line does not tell. A work of unknown length (0) tells only its end.
 */
export function parseProgress(line: string, durationUs: number): number | null {
  if (line.trim() === 'progress=end') return 1
  const match = /^out_time=(\d+):(\d\d):(\d\d(?:\.\d+)?)\s*$/.exec(line)
  if (match === null || durationUs <= 0) return null
  const doneUs = (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1e6
  return Math.min(1, doneUs / durationUs)
}

/** True for a line that `-progress` writes and that is no complaint. Pure. */
export function isProgressLine(line: string): boolean {
  return /^[a-z0-9_]+=\s*\S*\s*$/i.test(line)
}
