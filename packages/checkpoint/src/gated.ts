import type { Asked } from './ask.ts';

/** It is the agent that is gated; a person is where the policy says so. */
export function isGated({ audience, question }: Pick<Asked, 'audience' | 'question'>): boolean {
  return audience === 'agent' || question.config.people === 'refuse';
}
