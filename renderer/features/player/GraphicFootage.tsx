import { useLayoutEffect, useMemo } from 'react'
import { useCommands, type Command } from '../../app/commands'
import { useDeskStore } from '../../stores/deskStore'
import { askForGraphic, useGraphic } from '../../stores/graphicStore'
import './graphicFootage.css'

/** Blurs every picture of the open case's footage while it is graphic and was not asked for; offers to show it. Draws nothing. */
export function GraphicFootage() {
  const { isGraphic, isBlurred } = useGraphic()
  const isPreferred = useDeskStore((state) => state.preferences.isGraphicBlurred)

  // Before anything is painted: no picture is seen sharp for a moment.
  useLayoutEffect(() => {
    if (!isBlurred) return
    const { dataset } = document.documentElement
    dataset['graphic'] = 'blurred'
    return () => {
      delete dataset['graphic']
    }
  }, [isBlurred])

  useCommands(
    useMemo(
      (): Command[] => [
        ...(isGraphic ? [{ id: 'player.graphic', run: () => askForGraphic(isBlurred ? 'shown' : 'blurred') }] : []),
        { id: 'player.preferBlurred', run: () => useDeskStore.getState().prefer({ isGraphicBlurred: !isPreferred }) }
      ],
      [isGraphic, isBlurred, isPreferred]
    )
  )
  return null
}
