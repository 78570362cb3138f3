export { ruleNotes } from './rule-notes.ts';
export { secretsScanner } from './secrets-scanner.ts';
