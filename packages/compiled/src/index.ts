export { runCompiled } from './run-compiled.ts';
