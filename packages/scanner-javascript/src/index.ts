export { javascriptScanner } from './javascript-scanner.ts';
export { ruleNotes } from './rule-notes.ts';
