import type { CheckRequest } from '../check-request.ts';

/** The question that a part is a piece of. */
export const AS_A_CHECK: Omit<CheckRequest, 'directory' | 'target' | 'head' | 'cache'> = {
  base: undefined,
  tier: 'full',
  only: undefined,
  audience: 'agent',
  logs: [],
  baseLogs: [],
  loop: undefined,
  identity: undefined,
  signAs: undefined,
};
