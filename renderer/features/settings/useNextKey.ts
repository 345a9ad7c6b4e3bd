import { useEffect, useEffectEvent } from 'react'
import { keysOfPress } from '../../app/planKeys'
import { isMac } from '../../ui/isMac'

/** While it listens, hands the next key that is pressed to `take`, and to nobody else; null for Escape, which leaves all as it was. */
export function useNextKey(isListening: boolean, take: (key: string | null) => void): void {
  const onKey = useEffectEvent(take)
  useEffect(() => {
    if (!isListening) return
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      const key = keysOfPress(event, isMac)
      if (key === 'Escape') onKey(null)
      else if (key !== null) onKey(key)
    }
    const onPress = () => onKey(null)
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('pointerdown', onPress, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('pointerdown', onPress, true)
    }
  }, [isListening])
}
