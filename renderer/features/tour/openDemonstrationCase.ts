import { messagesOf } from '#shared/messages/messagesOf'
import { connection } from '../../app/connection'
import { useSessionStore } from '../../stores/sessionStore'

const say = messagesOf('tour')

/** Sees to it that a case is on screen: the one that is, or else the demonstration. False where there is none, which is then said. */
export async function openDemonstrationCase(): Promise<boolean> {
  const { route, go, notify, write } = useSessionStore.getState()
  if (route.screen === 'case') return true
  const rows = await write(() => connection().client.cases.list())
  const found = rows?.find((row) => row.case.isDemonstration && row.case.withdrawn === null)
  if (found === undefined) {
    if (rows !== null) notify(say('noDemonstration'))
    return false
  }
  go({ screen: 'case', caseId: found.case.id, view: 'workbench' })
  return true
}
