export { redacted } from './redacted.ts';
export {
  type AgentReport,
  type LoopStanding,
  REPORT_SCHEMA,
  type ReportBlind,
  type ReportCase,
  type ReportCheckpoint,
  type ReportCoverage,
  type ReportData,
  type ReportExcerpt,
  type ReportLedger,
  type ReportLock,
  type ReportLoop,
  type ReportMeasures,
  type ReportReason,
  type ReportSuppression,
  type ReportTests,
  type ReportWaiver,
} from './report-data.ts';
export { reportPage } from './report-page.ts';
