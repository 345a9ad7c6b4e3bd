import { FileWarning } from 'lucide-react'
import { useChecksNotIntact } from '../stores/fileChecks'
import { Button } from '../ui/Button'
import { goToView } from './appActions'

/** Says that files of the open case are not as they were loaded, and leads to them; nothing while all are. */
export function FileChip() {
  const checks = useChecksNotIntact()
  const [first] = checks
  if (first === undefined) return null
  const words = checks.length === 1 ? `1 file ${first.state}` : `${checks.length} files not intact`
  return (
    <Button variant="danger" icon={FileWarning} onClick={() => goToView('setup')}>
      {words}
    </Button>
  )
}
