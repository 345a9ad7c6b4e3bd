import { FileWarning } from 'lucide-react'
import { messagesOf } from '#shared/messages/messagesOf'
import { useChecksNotIntact } from '../stores/fileChecks'
import { Button } from '../ui/Button'
import { goToView } from './appActions'

const say = messagesOf('app')

/** Says that files of the open case are not as they were loaded, and leads to them; nothing while all are. */
export function FileChip() {
  const checks = useChecksNotIntact()
  const [first] = checks
  if (first === undefined) return null
  const words = checks.length === 1 ? say('fileState', { state: first.state }) : say('filesNotIntact', { count: checks.length })
  return (
    <Button variant="danger" icon={FileWarning} onClick={() => goToView('setup')}>
      {words}
    </Button>
  )
}
