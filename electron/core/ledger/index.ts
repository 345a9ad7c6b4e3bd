export { createLedger, lineOf, type Ledger } from './createLedger'
export { bornFields, requireActive, touchedFields, withdrawnFields } from './records'
export { verifyLedger } from './verifyLedger'
