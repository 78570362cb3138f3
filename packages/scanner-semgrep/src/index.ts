export { semgrepRules } from './rule-texts.ts';
export { semgrepAdapter, type SemgrepSettings } from './semgrep-adapter.ts';
export { weakenedRules } from './weakened-rules.ts';
