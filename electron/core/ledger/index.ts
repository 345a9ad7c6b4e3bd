export { createLedger, lineOf, type Ledger } from './createLedger'
export { bornFields, requireActive, touchedFields } from './records'
export { verifyLedger } from './verifyLedger'
