export const clips = {} as const
