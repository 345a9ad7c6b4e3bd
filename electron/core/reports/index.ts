export { createReportHandlers } from './createReportHandlers'
export { createStatementHandlers } from './createStatementHandlers'
export { createReportExtractor, type ReportExtractor } from './extraction/createReportExtractor'
export { planPassage, quoteOf, readReportText } from './passages'
