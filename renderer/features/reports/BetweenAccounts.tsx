import { useMemo, useState, type ComponentProps } from 'react'
import type { ReportId } from '#shared/model/ids'
import { messagesOf } from '#shared/messages/messagesOf'
import type { Tone } from '../../ui/tone'
import { eventSignLook } from './eventSignLook'
import { LinkCurves, type AccountsLayout } from './LinkCurves'
import { OverviewBar } from './OverviewBar'
import type { AccountCard, PassageMark } from './planAccounts'
import { eventSigns, signOf } from './planEventRows'
import { planOverview, type OverviewMark } from './planOverview'

const say = messagesOf('reports')

const passageSigns = ['contradicts', 'differs', 'statement'] as const
type PassageSign = (typeof passageSigns)[number]
const passageSignLook: Readonly<Record<PassageSign, { tone: Tone; label: (count: number) => string }>> = {
  contradicts: { tone: 'contra', label: (count) => say('signContradicts', { count }) },
  differs: { tone: 'differ', label: (count) => say('signDiffers', { count }) },
  statement: { tone: 'context', label: (count) => say('signStatement', { count }) }
}

interface BetweenAccountsProps extends Omit<ComponentProps<typeof LinkCurves>, 'onLayout'> {
  /** The report shown, its own curves; null while there is none. */
  reportId: ReportId | null
  listed: readonly AccountCard[]
  marks: readonly PassageMark[]
  onCard: (card: AccountCard) => void
  onPassage: (mark: PassageMark) => void
}

/** A mark is so high, in pixels. */
const markPx = 4

/** What leads from one account to the other: the curves between them, and the overview of each at its outer edge. */
export function BetweenAccounts({ reportId, listed, marks, onCard, onPassage, ...curves }: BetweenAccountsProps) {
  const { cardScroller, reportScroller } = curves
  const [layout, setLayout] = useState<AccountsLayout | null>(null)
  const hasReport = reportId !== null
  const barPx = (layout?.seenPx ?? 0) - 2 * markPx
  const events = useMemo(() => {
    if (layout === null || !hasReport) return []
    const items = listed.flatMap((card) => {
      const [sign, extent] = [signOf(card), layout.cards.get(card.tag.id)]
      return sign === null || extent === undefined ? [] : [{ id: card.tag.id, sign, ...extent }]
    })
    return planOverview({ items, contentPx: layout.cardsPx, barPx, markPx, gravity: eventSigns })
  }, [layout, listed, hasReport, barPx])
  const passages = useMemo((): OverviewMark<PassageSign>[] => {
    if (layout === null) return []
    const items = marks.flatMap(({ passage, look }) => {
      const [sign, extent] = [passageSigns.find((one) => one === look), layout.passages.get(passage.id)]
      return sign === undefined || extent === undefined ? [] : [{ id: passage.id, sign, ...extent }]
    })
    return planOverview({ items, contentPx: layout.passagesPx, barPx, markPx, gravity: passageSigns })
  }, [layout, marks, barPx])
  return (
    <>
      {hasReport && <LinkCurves key={reportId} {...curves} onLayout={setLayout} />}
      <OverviewBar
        side="events"
        scroller={cardScroller}
        marks={events}
        look={eventSignLook}
        onMark={(id) => {
          const card = listed.find(({ tag }) => tag.id === id)
          if (card !== undefined) onCard(card)
        }}
      />
      {hasReport && (
        <OverviewBar
          side="report"
          scroller={reportScroller}
          marks={passages}
          look={passageSignLook}
          onMark={(id) => {
            const mark = marks.find(({ passage }) => passage.id === id)
            if (mark !== undefined) onPassage(mark)
          }}
        />
      )}
    </>
  )
}
