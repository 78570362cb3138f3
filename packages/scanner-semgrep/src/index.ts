export { semgrepAdapter, type SemgrepSettings } from './semgrep-adapter.ts';
