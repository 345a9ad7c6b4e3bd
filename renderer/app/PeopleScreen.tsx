import { People } from '../features/people/People'
import { PersonDialog } from '../features/setup/PersonDialog'
import { useCaseStore } from '../stores/caseStore'

/** The people of a case, changed in the same form as beside its files. */
export function PeopleScreen() {
  const opened = useCaseStore((state) => state.case)
  if (opened === null) return null
  return (
    <People
      editor={(existing, onClose) => (
        <PersonDialog caseId={opened.id} timeZone={opened.timeZone} {...(existing === null ? {} : { existing })} onClose={onClose} />
      )}
    />
  )
}
