import shipped from './codebook.json' with { type: 'json' }
import { codebookSchema, type Codebook } from './codebookSchema'
import lexicon from './lexicon.json' with { type: 'json' }

/** The codebook that ships with the app: Policy 206 revision 1, M.G.L. c. 6E and 555 CMR 6.04, and the words of the reader. */
export const shippedCodebook: Codebook = codebookSchema.parse({ ...shipped, lexicon })
