export const alignment = {} as const
