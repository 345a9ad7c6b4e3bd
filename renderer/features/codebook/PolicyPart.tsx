import { messagesOf } from '#shared/messages/messagesOf'
import type { Codebook } from '#shared/model/codebookSchema'
import { Badge } from '../../ui/Badge'
import styles from './Codebook.module.css'
import { dateWords, isReviewPast } from './codebookWords'

const say = messagesOf('codebook')
const minuteMs = 60_000

/** The policy that the codebook is made from, and whether it was to be reviewed by now. */
export function PolicyPart({ codebook: { policy, timeToleranceMs } }: { codebook: Codebook }) {
  const isPast = isReviewPast(policy.reviewOn, new Date())
  return (
    <section className={styles['part']} aria-labelledby="codebook-policy">
      <h2 id="codebook-policy" className={styles['partTitle']}>
        {say('policy')}
      </h2>
      <dl className={styles['facts']}>
        <div>
          <dt>{say('policyName', { number: policy.number, revision: policy.revision })}</dt>
          <dd>{policy.title}</dd>
        </div>
        <div>
          <dt>{say('effective')}</dt>
          <dd>{dateWords(policy.effectiveOn)}</dd>
        </div>
        <div>
          <dt>{say('review')}</dt>
          <dd>
            {dateWords(policy.reviewOn)} {isPast && <Badge tone="need">{say('reviewPast')}</Badge>}
            {isPast && <span className={styles['sub']}>{say('reviewPastHint')}</span>}
          </dd>
        </div>
        <div>
          <dt>{say('tolerance')}</dt>
          <dd>{say('toleranceValue', { minutes: timeToleranceMs / minuteMs })}</dd>
        </div>
      </dl>
    </section>
  )
}
