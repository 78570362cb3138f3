export { type JudgedTree, type LoggedTool, readLog } from './read-log.ts';
export { sarifAdapter } from './sarif-adapter.ts';
export type { SarifSettings } from './settings.ts';
