export { type Examination, readExaminations } from './examination.ts';
export { type Position, positionsIn } from './positions.ts';
export { readOutput } from './read-output.ts';
export type { Invocation, Output, Scanner, ScanRequest, ScanResult, SourceFile } from './scanner.ts';
