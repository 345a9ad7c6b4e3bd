/** Words of the tour. */
export const tour = {
  step: '{n, number} of {count, number}',
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Done',
  footageTitle: 'The footage and its timeline',
  footageText:
    'Play and pause, or go frame by frame, with these keys. The timeline shows what is tagged, what you have watched and where a camera has a gap.',
  tagsTitle: 'One key tags a moment',
  tagsText: 'Press this key where force begins, and again where it ends. Each kind of tag has its own key; the footage goes on playing.',
  accountsTitle: 'The two accounts, side by side',
  accountsText:
    'On the left what the footage shows, on the right what a report states, and a line for each link. What has no line on either side stands out.',
  differencesTitle: 'Differences, for a person to judge',
  differencesText:
    'Where the accounts differ, both pieces of evidence are shown large, with the rule in plain words. You write the disposition and its reason.',
  matrixTitle: 'Every event beside every account',
  matrixText: 'The matrix has a line for each event and a column for each account: who mentions it, who does not, and who says otherwise.',
  noDemonstration: 'Open the demonstration case first; the tour points at things in it.'
} as const
