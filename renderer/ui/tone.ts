/** What a colour stands for; tokens.css gives each its value in both themes. */
export type Tone = 'neutral' | 'force' | 'need' | 'step' | 'fail' | 'context' | 'agree' | 'differ' | 'contra' | 'danger' | 'focus'
