/** The same messages in another language: the same keys, each with its words. */
export type InOtherWords<Messages> = { readonly [Key in keyof Messages]: string }
