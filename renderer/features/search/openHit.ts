import type { CaseId } from '#shared/model/ids'
import type { SearchPlace } from '#shared/model/search'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCaseStore } from '../../stores/caseStore'
import { usePeopleViewStore } from '../../stores/peopleViewStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSessionStore, type CaseView } from '../../stores/sessionStore'
import { showTag } from '../../stores/showTag'

const say = messagesOf('search')
const patienceMs = 10_000

const views: Record<SearchPlace['kind'], CaseView> = {
  case: 'workbench',
  person: 'people',
  footage: 'workbench',
  tag: 'workbench',
  report: 'workbench',
  passage: 'workbench',
  difference: 'differences'
}

/** Goes to what was found: opens its case, and there seeks the moment, selects the words or the difference, or shows the person. */
export async function openHit(caseId: CaseId, place: SearchPlace): Promise<void> {
  useSessionStore.getState().go({ screen: 'case', caseId, view: views[place.kind] })
  // A case that is opened drops what was selected before; it is selected once the case is there.
  if (!(await isOpen(caseId))) {
    useSessionStore.getState().notify(say('failedToOpen'))
    return
  }
  const { select } = useSelectionStore.getState()
  switch (place.kind) {
    case 'case':
      return
    case 'person':
      usePeopleViewStore.getState().show(place.personId)
      whenThere(`[data-person="${place.personId}"]`, (person) => person.focus())
      return
    case 'footage':
      select({ footageId: place.footageId })
      return
    case 'tag': {
      const tag = useCaseStore.getState().tags.get(place.tagId)
      if (tag !== undefined) showTag(tag)
      return
    }
    case 'report': {
      const { reportId, start, end } = place
      select({ reportId, passageId: null, linkId: null, span: start === end ? null : { reportId, start, end } })
      if (start < end) bringIntoSight('[data-pending]')
      return
    }
    case 'passage':
      select({ reportId: place.reportId, passageId: place.passageId, linkId: null, span: null })
      bringIntoSight(`[data-passages~="${place.passageId}"]`)
      return
    case 'difference':
      select({ differenceKey: place.key })
  }
}

function isOpen(caseId: CaseId): Promise<boolean> {
  const isReady = () => {
    const { status, case: opened } = useCaseStore.getState()
    return status === 'ready' && opened?.id === caseId
  }
  if (isReady()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const settle = (isThere: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(isThere)
    }
    const timer = setTimeout(() => settle(false), patienceMs)
    const stop = useCaseStore.subscribe(() => {
      if (isReady()) settle(true)
    })
  })
}

/** Scrolls to words of a report once they are drawn, and gives the report the focus, so that the keys go on from there. */
function bringIntoSight(selector: string): void {
  whenThere(selector, (words) => {
    words.closest<HTMLElement>('[role=document]')?.focus({ preventScroll: true })
    scrollToMiddle(words)
  })
}

/** Does something with an element once it is drawn. */
function whenThere(selector: string, act: (element: HTMLElement) => void): void {
  const untilMs = performance.now() + patienceMs
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector)
    if (element === null) {
      if (performance.now() < untilMs) requestAnimationFrame(look)
      return
    }
    act(element)
  }
  requestAnimationFrame(look)
}

/** Moves only what scrolls: `scrollIntoView` would move the frame of the window along with it. */
function scrollToMiddle(words: Element): void {
  let side = words.parentElement
  while (side !== null && !/auto|scroll/.test(getComputedStyle(side).overflowY)) side = side.parentElement
  if (side === null) return
  const frame = side.getBoundingClientRect()
  side.scrollTop += words.getBoundingClientRect().top - frame.top - frame.height / 2
}
