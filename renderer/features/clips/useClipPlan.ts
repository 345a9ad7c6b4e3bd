import { useEffect, useState } from 'react'
import type { ClipPlan, ClipRange, ClipWay } from '#shared/model/clip'
import type { FootageId } from '#shared/model/ids'
import type { Problem } from '#shared/rpc/problem'
import { connection } from '../../app/connection'
import { problemOf } from '../../stores/problemOf'

interface PlanState {
  plan: ClipPlan | null
  problem: Problem | null
}

const settleMs = 250

/** What the clip would be; null while it is worked out. Asked again when the range or the way changes. */
export function useClipPlan(footageId: FootageId, { inUs, outUs }: ClipRange, way: ClipWay): PlanState {
  const key = `${footageId} ${inUs} ${outUs} ${way}`
  const [answer, setAnswer] = useState<PlanState & { key: string }>({ key: '', plan: null, problem: null })
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const found = await connection()
        .client.clips.plan({ footageId, inUs, outUs, way })
        .then(
          (plan) => ({ plan, problem: null }),
          (error: unknown) => ({ plan: null, problem: problemOf(error) })
        )
      if (isWanted) setAnswer({ key, ...found })
    }
    const timer = setTimeout(() => void ask(), settleMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [footageId, inUs, outUs, way, key])
  return answer.key === key ? answer : { plan: null, problem: null }
}
