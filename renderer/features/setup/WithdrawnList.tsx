import { messagesOf } from '#shared/messages/messagesOf'
import row from './Row.module.css'

const say = messagesOf('setup')

/** What was taken back, with the reason: nothing is deleted. */
export function WithdrawnList({ records }: { records: readonly { id: string; name: string; reason: string }[] }) {
  if (records.length === 0) return null
  return (
    <details className={row['more']}>
      <summary className={row['facts']}>{say('withdrawnCount', { count: records.length })}</summary>
      <ul>
        {records.map((record) => (
          <li key={record.id} className={row['withdrawn']}>
            <span className={row['nameText']}>{record.name}</span> <span className={row['facts']}>{record.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
