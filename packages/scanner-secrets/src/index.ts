export { secretsScanner } from './secrets-scanner.ts';
