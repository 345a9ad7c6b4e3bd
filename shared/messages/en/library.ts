export const library = {
  title: 'Cases',
  filesNotIntact: '{count, plural, one {# file not intact} other {# files not intact}}'
} as const
