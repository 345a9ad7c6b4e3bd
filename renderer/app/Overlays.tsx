import { Tour } from '../features/tour/Tour'
import { CommandPalette } from './CommandPalette'
import { HelpDialog } from './HelpDialog'
import { useOverlayStore } from './overlayStore'

/** What was asked for and lies over the screen. */
export function Overlays() {
  const overlay = useOverlayStore((state) => state.overlay)
  const open = useOverlayStore((state) => state.open)
  const close = () => open(null)
  return (
    <>
      {overlay === 'palette' && <CommandPalette onClose={close} />}
      {overlay === 'help' && <HelpDialog onClose={close} />}
      {overlay === 'tour' && <Tour onClose={close} />}
    </>
  )
}
