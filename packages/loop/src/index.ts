export { EXIT_CRITERIA, type ExitCriterion, notJudged } from './exit-criteria.ts';
export { loop } from './loop.ts';
export { LoopError, type LoopErrorCode } from './loop-error.ts';
export type { LoopEnd, LoopNews, LoopPorts, LoopRequest } from './request.ts';
export type { Tampering } from './watched-refs.ts';
