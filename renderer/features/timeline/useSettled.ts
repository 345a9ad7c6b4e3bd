import { useEffect, useState } from 'react'

/** A value as it was when it last stood still for `afterMs`; the first one at once. For what need not follow every frame of a movement. */
export function useSettled<Value>(value: Value, afterMs: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), afterMs)
    return () => window.clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
