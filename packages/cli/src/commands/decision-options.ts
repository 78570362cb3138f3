/** What every decision is told in the same words. */
export const DECISION_OPTIONS = {
  repo: { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' },
  target: { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' },
  'sign-with': {
    type: 'string',
    requiresArg: true,
    describe: 'Sign with this private key, or the .pub file of one that a token or an agent holds',
  },
} as const;

export interface DecisionOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly 'sign-with': string | undefined;
}
