import { lazy, Suspense, useEffect } from 'react'
import type { CaseId } from '#shared/model/ids'
import { messagesOf } from '#shared/messages/messagesOf'
import { Activity } from '../features/activity/Activity'
import { AlignmentCommands } from '../features/alignment/AlignmentCommands'
import { GraphicFootage } from '../features/player/GraphicFootage'
import { Setup } from '../features/setup/Setup'
import { useCaseStore } from '../stores/caseStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useSessionStore, type CaseView } from '../stores/sessionStore'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNote } from '../ui/ProblemNote'
import { Waiting } from '../ui/Waiting'

const say = messagesOf('app')

const Workbench = lazy(() => import('./WorkbenchScreen').then((module) => ({ default: module.WorkbenchScreen })))
const DifferencesScreen = lazy(() => import('./DifferencesScreen').then((module) => ({ default: module.DifferencesScreen })))
const MatrixScreen = lazy(() => import('../features/matrix/MatrixScreen').then((module) => ({ default: module.MatrixScreen })))
const PeopleScreen = lazy(() => import('./PeopleScreen').then((module) => ({ default: module.PeopleScreen })))

const views = {
  workbench: Workbench,
  differences: DifferencesScreen,
  matrix: MatrixScreen,
  people: PeopleScreen,
  setup: Setup,
  activity: Activity
}

/** One view of one case; opens the case when it is not the open one. */
export function CaseScreen({ caseId, view }: { caseId: CaseId; view: CaseView }) {
  const openId = useCaseStore((state) => state.case?.id)
  const status = useCaseStore((state) => state.status)
  const problem = useCaseStore((state) => state.problem)
  const go = useSessionStore((state) => state.go)

  useEffect(() => {
    if (useCaseStore.getState().case?.id === caseId) return
    useSelectionStore.getState().clear()
    void useCaseStore.getState().open(caseId)
  }, [caseId])

  if (status === 'failed' && problem !== null) {
    return (
      <EmptyState
        title={say('caseNotOpened')}
        action={
          <>
            <Button onClick={() => go({ screen: 'library' })}>{say('allCases')}</Button>
            <Button variant="primary" onClick={() => void useCaseStore.getState().open(caseId)}>
              {say('tryAgain')}
            </Button>
          </>
        }
      >
        <ProblemNote problem={problem} />
      </EmptyState>
    )
  }
  if (openId !== caseId) return <Waiting>{say('openingCase')}</Waiting>
  const View = views[view]
  return (
    <Suspense fallback={<Waiting>{say('openingView')}</Waiting>}>
      <View />
      <AlignmentCommands />
      <GraphicFootage />
    </Suspense>
  )
}
