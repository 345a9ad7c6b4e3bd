import { useEffect, useState } from 'react'
import { damageOf } from '#shared/domain/damage'
import type { Damage, Footage } from '#shared/model/footage'
import { connection } from '../app/connection'
import { proxyJobOf, useJobStore } from './jobStore'

/** Where a footage is damaged, by its file and by what making its proxy found; asked anew when a proxy is done. */
export function useDamage(footage: Footage): readonly Damage[] {
  const [found, setFound] = useState<{ of: Footage; damage: readonly Damage[] } | null>(null)
  const isMade = useJobStore((state) => proxyJobOf(state.jobs, footage.id)?.status === 'done')
  useEffect(() => {
    let isCurrent = true
    connection()
      .client.footage.damage({ footageId: footage.id })
      .then(
        (damage) => {
          if (isCurrent) setFound({ of: footage, damage })
        },
        // What the record itself says stays on screen.
        () => undefined
      )
    return () => {
      isCurrent = false
    }
  }, [footage, isMade])
  return found?.of === footage ? found.damage : damageOf(footage.probe)
}
