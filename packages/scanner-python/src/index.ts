export { pythonScanner } from './python-scanner.ts';
