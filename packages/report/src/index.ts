export { agentAnswer, STOPPED } from './agent-answer.ts';
export { besideVerdict, type BesideVerdict } from './beside-verdict.ts';
export { errorText } from './error-text.ts';
export { lockText, type ToldLock } from './lock-text.ts';
export { type Paint, PLAIN } from './paint.ts';
export { reasonText, type ReasonText } from './reason-text.ts';
export { type Rendering, renderVerdict } from './render-verdict.ts';
export { visible } from './visible.ts';
