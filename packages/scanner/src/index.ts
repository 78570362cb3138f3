export { readOutput } from './read-output.ts';
export type { Invocation, Output, Scanner, ScanRequest, ScanResult, SourceFile } from './scanner.ts';
