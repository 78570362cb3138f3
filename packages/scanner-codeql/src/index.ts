export { codeqlAdapter } from './codeql-adapter.ts';
export type { CodeqlSettings } from './settings.ts';
