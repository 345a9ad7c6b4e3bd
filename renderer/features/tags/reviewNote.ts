const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Says that the policy's review date is past, e.g. `review date passed 1 Nov 2026`; null until then. `reviewOn` is a date as `2026-11-01`. */
export function reviewNote(reviewOn: string, now: Date): string | null {
  const [year, month, day] = reviewOn.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  // On the review date itself it is not past yet.
  if (now < new Date(year, month - 1, day + 1)) return null
  return `review date passed ${day} ${months[month - 1] ?? ''} ${year}`
}
