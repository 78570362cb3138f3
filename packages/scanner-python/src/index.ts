export { pythonScanner } from './python-scanner.ts';
export { ruleNotes } from './rule-notes.ts';
