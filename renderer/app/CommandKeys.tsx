import { Kbd } from '../ui/Kbd'
import { useKeyOf } from './commands'

/** The key of a command as the user chose it, one cap for each part; nothing where it has none. */
export function CommandKeys({ id }: { id: string }) {
  const keys = useKeyOf(id)
  return keys === undefined ? null : <Kbd keys={keys} />
}
