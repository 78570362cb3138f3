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

/** The hooks in which Pawl judges, and for which a tracked script can reach it too: husky fires them. */
export const SCRIPTED_HOOKS = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

export type ScriptedHook = (typeof SCRIPTED_HOOKS)[number];

export type PawlHook = ScriptedHook | 'reference-transaction';

/** The hooks in which Pawl judges. */
export const PAWL_HOOKS: readonly PawlHook[] = [...SCRIPTED_HOOKS, 'reference-transaction'];

/** The hooks that git talks to through standard input, which can be read once only. */
export const FED_HOOKS = ['pre-push', 'post-rewrite', 'reference-transaction', 'pre-receive', 'post-receive'] as const;
