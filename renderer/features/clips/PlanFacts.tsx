import { TriangleAlert } from 'lucide-react'
import { formatFootageTime } from '#shared/domain/time'
import { messagesOf } from '#shared/messages/messagesOf'
import { saidAgain } from '#shared/messages/readBack'
import type { ClipPlan, ClipRange } from '#shared/model/clip'
import styles from './ClipDialog.module.css'

const say = messagesOf('clips')

const soundKeys = { none: 'soundNone', copied: 'soundCopied', 're-encoded': 'soundEncoded' } as const satisfies Record<
  ClipPlan['sound'],
  string
>

/** Asked and real points of a clip, and what is copied or encoded anew. `plan` is null while it is worked out. */
export function PlanFacts({ plan, asked }: { plan: ClipPlan | null; asked: ClipRange }) {
  return (
    <div className={styles['facts']} aria-busy={plan === null}>
      <table className={styles['points']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('start')}</th>
            <th scope="col">{say('end')}</th>
            <th scope="col">{say('length')}</th>
          </tr>
        </thead>
        <tbody>
          <Points name={say('asked')} range={asked} />
          <Points name={say('real')} range={plan?.real ?? null} />
        </tbody>
      </table>
      <p className={styles['parts']}>
        {plan === null
          ? say('working')
          : say('parts', {
              count: plan.frameCount,
              parts: plan.parts.map(({ frameCount, kind }) => say('part', { count: frameCount, how: say(kind) })).join(', '),
              sound: say(soundKeys[plan.sound])
            })}
      </p>
      {plan?.warnings.map((warning) => (
        <p key={warning} className={styles['warning']}>
          <TriangleAlert aria-hidden className={styles['icon']} />
          {saidAgain('clipWarnings', warning)}
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
      <td>{range === null ? '…' : say('seconds', { value: (Math.max(0, range.outUs - range.inUs) / 1e6).toFixed(3) })}</td>
    </tr>
  )
}
