import { TriangleAlert } from 'lucide-react'
import { formatFootageTime } from '#shared/domain/time'
import type { ClipPart, ClipPlan, ClipRange } from '#shared/model/clip'
import styles from './ClipDialog.module.css'

const soundWords: Record<ClipPlan['sound'], string> = { none: 'none', copied: 'copied', 're-encoded': 'encoded anew as AAC' }
const partWords: Record<ClipPart['kind'], string> = { copied: 'copied', lossless: 'encoded anew without loss', lossy: 'encoded anew' }

/** Asked and real points of a clip, and what is copied or encoded anew. `plan` is null while it is worked out. */
export function PlanFacts({ plan, asked }: { plan: ClipPlan | null; asked: ClipRange }) {
  return (
    <div className={styles['facts']} aria-busy={plan === null}>
      <table className={styles['points']}>
        <thead>
          <tr>
            <td />
            <th scope="col">Start</th>
            <th scope="col">End</th>
            <th scope="col">Length</th>
          </tr>
        </thead>
        <tbody>
          <Points name="Asked" range={asked} />
          <Points name="Real" range={plan?.real ?? null} />
        </tbody>
      </table>
      <p className={styles['parts']}>
        {plan === null
          ? 'Working out what the clip will be…'
          : `${frames(plan.frameCount)}: ${plan.parts.map((part) => `${part.frameCount.toLocaleString('en')} ${partWords[part.kind]}`).join(', ')}. Sound: ${soundWords[plan.sound]}.`}
      </p>
      {plan?.warnings.map((warning) => (
        <p key={warning} className={styles['warning']}>
          <TriangleAlert aria-hidden className={styles['icon']} />
          {warning}
        </p>
      ))}
    </div>
  )
}

function Points({ name, range }: { name: string; range: ClipRange | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{range === null ? '…' : formatFootageTime(range.inUs)}</td>
      <td>{range === null ? '…' : formatFootageTime(range.outUs)}</td>
      <td>{range === null ? '…' : `${(Math.max(0, range.outUs - range.inUs) / 1e6).toFixed(3)} s`}</td>
    </tr>
  )
}

const frames = (count: number) => (count === 1 ? '1 frame' : `${count.toLocaleString('en')} frames`)
