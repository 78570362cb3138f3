export { javascriptScanner } from './javascript-scanner.ts';
