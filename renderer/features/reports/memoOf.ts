/** The same function, which works out what belongs to an object once for as long as that object is in use. */
export function memoOf<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, { value: Made }>()
  return (given) => {
    const known = made.get(given)
    if (known !== undefined) return known.value
    const value = make(given)
    made.set(given, { value })
    return value
  }
}
