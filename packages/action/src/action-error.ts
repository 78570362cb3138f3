import { PawlError } from '@pawl/errors';

/**
 * Why nothing was judged. All of it is about the set-up and none of it about the code, so everybody may read it.
 *
 * - `malformed-input`, `malformed-event`, `unknown-event`: what the workflow or GitHub gave
 * - `anchor-missing`, `anchor-in-workspace`, `assurance-too-low`, `no-lock`: what it would be judged by
 * - `no-repository`, `shallow-history`, `missing-commit`, `foreign-remote`, `fetch-failed`: what would be judged is not here
 * - `workflow-unknown`, `workflow-changed`: the judged work chose its judge
 * - `head-checked-out`, `unsafe-tests`, `unsafe-commands`, `secrets-beside-head`: the judged code would run, or could, beside secrets
 * - `not-verified`: no verifier vouches for it
 * - `no-reviewers`, `unsafe-path`, `not-recorded`: what was found cannot be put where it was asked for
 */
export type ActionErrorCode =
  | 'malformed-input'
  | 'malformed-event'
  | 'unknown-event'
  | 'anchor-missing'
  | 'anchor-in-workspace'
  | 'assurance-too-low'
  | 'no-lock'
  | 'no-repository'
  | 'shallow-history'
  | 'missing-commit'
  | 'foreign-remote'
  | 'fetch-failed'
  | 'workflow-unknown'
  | 'workflow-changed'
  | 'head-checked-out'
  | 'unsafe-tests'
  | 'unsafe-commands'
  | 'secrets-beside-head'
  | 'not-verified'
  | 'no-reviewers'
  | 'unsafe-path'
  | 'not-recorded';

export class ActionError extends PawlError<ActionErrorCode> {}
