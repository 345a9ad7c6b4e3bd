import { messagesOf } from '#shared/messages/messagesOf'
import { BookOpen } from 'lucide-react'
import { useKeyHint } from '../../app/commands'
import { useReportViewStore } from '../../stores/reportViewStore'
import { IconButton } from '../../ui/IconButton'

const say = messagesOf('reports')

/** Gives the report most of the window, so that it can be read, and takes it back. */
export function WideSwitch() {
  const { isWide, setWide } = useReportViewStore()
  return (
    <IconButton
      icon={BookOpen}
      label={say('wide')}
      {...useKeyHint('reports.wide')}
      size="small"
      isPressed={isWide}
      onClick={() => setWide(!isWide)}
    />
  )
}
