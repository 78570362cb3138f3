export { banditAdapter } from './bandit-adapter.ts';
export { ruleNotes } from './rule-notes.ts';
