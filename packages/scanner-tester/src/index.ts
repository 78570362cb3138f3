export { LieBelieved, type LieBelievedCode } from './lie-believed.ts';
export { lyingToolSuite } from './lying-tool-suite.ts';
export type { HonestRun, Lie, LyingToolSubject } from './subject.ts';
