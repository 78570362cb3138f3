/** The hooks that husky knows: a dispatcher is written for each, so that a script added to `.husky` later fires too. */
export const HUSKY_HOOKS = [
  'pre-commit',
  'pre-merge-commit',
  'prepare-commit-msg',
  'commit-msg',
  'post-commit',
  'applypatch-msg',
  'pre-applypatch',
  'post-applypatch',
  'pre-rebase',
  'post-rewrite',
  'post-checkout',
  'post-merge',
  'pre-push',
  'pre-auto-gc',
] as const;

/** The hooks in which Pawl judges. */
export const PAWL_HOOKS = ['pre-commit', 'pre-push'] as const;

export type PawlHook = (typeof PAWL_HOOKS)[number];

/** The hooks that git talks to through standard input, which can be read once only. */
export const FED_HOOKS = ['pre-push', 'post-rewrite', 'reference-transaction', 'pre-receive', 'post-receive'] as const;
