/** What a colour stands for; tokens.css gives each its value in both themes. */
export const tones = ['neutral', 'force', 'need', 'step', 'fail', 'context', 'agree', 'differ', 'contra', 'danger', 'focus'] as const
export type Tone = (typeof tones)[number]
