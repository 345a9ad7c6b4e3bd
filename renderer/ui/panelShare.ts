/** The share of the first pane of a split, 0 to 1: as the user left it, or else as it begins. 0 and 1 are folded panes. */
export function panelShare(panels: Readonly<Record<string, number>>, storageKey: string, initialShare: number): number {
  return panels[storageKey] ?? initialShare
}
