export { AdapterError, type AdapterErrorCode } from './adapter-error.ts';
export type { Adapter, Pin, PinningDoor } from './adapter.ts';
export { type Examination, readExaminations } from './examination.ts';
export { foreignEncoding } from './foreign-encoding.ts';
export { type Position, positionsIn } from './positions.ts';
export { readOutput } from './read-output.ts';
export type { RuleNote } from './rule-note.ts';
export type {
  Command,
  CommandResult,
  Invocation,
  Output,
  OwnFile,
  Scanner,
  ScanRequest,
  ScanResult,
  SourceFile,
  Step,
} from './scanner.ts';
