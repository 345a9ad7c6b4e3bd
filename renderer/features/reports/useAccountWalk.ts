import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Codebook } from '#shared/model/codebookSchema'
import type { Link } from '#shared/model/comparison'
import { describeTag } from '#shared/domain/records'
import { messagesOf } from '#shared/messages/messagesOf'
import { useCommands, type Command } from '../../app/commands'
import { useSelectionStore } from '../../stores/selectionStore'
import { showTag } from '../../stores/showTag'
import { nextFilter, nextGrouping } from './EventTools'
import type { FootageColumnHandle } from './FootageColumn'
import { passageLook } from './passageLook'
import type { AccountCard, AccountsPart, PassageMark } from './planAccounts'
import { neighbourCard } from './planEventRows'
import type { EventRows } from './useEventRows'

const say = messagesOf('reports')

interface AccountWalkInput {
  events: EventRows
  /** All events, also those that the filter leaves out. */
  cards: readonly AccountCard[]
  marks: readonly PassageMark[]
  codebook: Codebook
  timeOf: (card: AccountCard) => string
  column: RefObject<FootageColumnHandle | null>
  reportScroller: RefObject<HTMLElement | null>
  scrollToPassage: (passageId: string) => boolean
  part: AccountsPart
}

interface AccountWalk {
  /** What the last step came to, to be read aloud. */
  spoken: string
  onColumnKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onReportKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Walks through both accounts by keys: from event to event, over a link to the words and back. Offers the same as commands. */
export function useAccountWalk(input: AccountWalkInput): AccountWalk {
  const [spoken, setSpoken] = useState('')

  const goToCard = (card: AccountCard | null, through?: Link) => {
    if (card === null) {
      setSpoken(say('noSuchEvent'))
      return
    }
    const { events, codebook, timeOf, column, scrollToPassage } = input
    const link = through ?? (card.comparison.state === 'linked' ? card.comparison.links[0] : undefined)
    showTag(card.tag)
    useSelectionStore.getState().select({ linkId: link?.id ?? null, passageId: link?.passageId ?? null })
    if (link !== undefined && through === undefined) scrollToPassage(link.passageId)
    column.current?.focusCard(card.tag.id)
    const n = events.listed.indexOf(card) + 1
    setSpoken(
      say('eventAt', {
        ...{ n, all: events.listed.length, label: describeTag(card.tag, codebook), time: timeOf(card) },
        ...{
          state: card.comparison.state === 'not-mentioned' ? 'absent' : card.comparison.state === 'linked' ? 'linked' : 'open',
          links: card.comparison.state === 'linked' ? card.comparison.links.length : 0
        }
      })
    )
  }
  const step = (by: 1 | -1, isWanted: (card: AccountCard) => boolean = () => true) =>
    goToCard(neighbourCard(input.events.listed, useSelectionStore.getState().tagId, by, isWanted))

  // Again on the same side goes on to the next link of the same event or passage.
  const after = (links: readonly Link[]): Link | undefined => {
    const { linkId } = useSelectionStore.getState()
    return links[(links.findIndex(({ id }) => id === linkId) + 1) % links.length]
  }
  const toPassage = () => {
    const { tagId, linkId, select } = useSelectionStore.getState()
    const card = input.cards.find(({ tag }) => tag.id === tagId)
    const links = card?.comparison.state === 'linked' ? card.comparison.links : []
    const isThere = input.reportScroller.current?.contains(document.activeElement) === true
    const link = (isThere ? undefined : links.find(({ id }) => id === linkId)) ?? after(links)
    const mark = input.marks.find(({ passage }) => passage.id === link?.passageId)
    if (link === undefined || mark === undefined) {
      setSpoken(say('noLinkToFollow'))
      return
    }
    select({ linkId: link.id, passageId: link.passageId })
    input.scrollToPassage(link.passageId)
    input.reportScroller.current?.querySelector<HTMLElement>(`[data-first-of~="${link.passageId}"]`)?.focus({ preventScroll: true })
    setSpoken(say('passageAt', { words: mark.passage.anchor.exact, look: passageLook.words[mark.look] }))
  }
  const toEvent = (passageId: string | null = useSelectionStore.getState().passageId) => {
    const { tagId } = useSelectionStore.getState()
    const mark = input.marks.find(({ passage }) => passage.id === passageId)
    const isHere = mark?.links.find((link) => link.tagId === tagId)
    const isOnEvent = document.activeElement?.closest('[data-tag]') !== null
    const link = isHere !== undefined && !isOnEvent ? isHere : after(mark?.links ?? [])
    const card = input.cards.find(({ tag }) => tag.id === link?.tagId)
    if (card === undefined || link === undefined) {
      setSpoken(say('noLinkBack'))
      return
    }
    if (!input.events.listed.includes(card)) input.events.setFilter('all')
    goToCard(card, link)
  }

  const actions = { step, toPassage, toEvent, events: input.events }
  const { part } = input
  const now = useRef(actions)
  useLayoutEffect(() => {
    now.current = actions
  })
  useCommands(
    useMemo((): Command[] => {
      const tools = () => now.current.events
      const listing: Command[] = [
        {
          id: 'accounts.filter',
          run: () => {
            const filter = nextFilter(tools().filter)
            tools().setFilter(filter)
            setSpoken(say('filterSpoken', { filter }))
          }
        },
        {
          id: 'accounts.group',
          run: () => {
            const grouping = nextGrouping(tools().grouping)
            tools().setGrouping(grouping)
            setSpoken(say('grouping', { grouping }))
          }
        }
      ]
      return [
        { id: 'accounts.nextEvent', run: () => now.current.step(1) },
        { id: 'accounts.previousEvent', run: () => now.current.step(-1) },
        { id: 'accounts.nextUnlinked', run: () => now.current.step(1, isUnlinked) },
        { id: 'accounts.previousUnlinked', run: () => now.current.step(-1, isUnlinked) },
        { id: 'accounts.toPassage', run: () => now.current.toPassage() },
        { id: 'accounts.toEvent', run: () => now.current.toEvent() },
        ...(part === 'reports' ? [] : listing)
      ]
    }, [part])
  )

  const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
  const take = (event: KeyboardEvent, run: () => void) => {
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return {
    spoken,
    // Inside the column the plain keys do what the commands do everywhere.
    onColumnKeyDown: (event) => {
      if (event.defaultPrevented || !isPlain(event) || isChoice(event.target)) return
      if (event.key === 'ArrowDown') take(event, () => step(1))
      else if (event.key === 'ArrowUp') take(event, () => step(-1))
      else if (event.key === 'ArrowRight') take(event, toPassage)
    },
    onReportKeyDown: (event) => {
      const first = event.target instanceof HTMLElement ? event.target.dataset['firstOf']?.split(' ')[0] : undefined
      if (first !== undefined && isPlain(event) && event.key === 'ArrowLeft') take(event, () => toEvent(first))
    }
  }
}

const isChoice = (target: EventTarget) => target instanceof Element && target.closest('select, input, textarea') !== null
const isUnlinked = ({ comparison }: AccountCard) => comparison.state === 'not-compared'
