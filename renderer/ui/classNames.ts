/** Joins the class names that are there, e.g. `classNames(styles['row'], isOpen && styles['open'])`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}
