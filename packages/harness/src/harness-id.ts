/** The harnesses that Pawl speaks to through hooks of their own. */
export const HARNESS_IDS = [
  'claude-code',
  'codex',
  'gemini',
  'cline',
  'vscode',
  'copilot',
  'cursor',
  'opencode',
] as const;

export type HarnessId = (typeof HARNESS_IDS)[number];

export function isHarnessId(text: string): text is HarnessId {
  return (HARNESS_IDS as readonly string[]).includes(text);
}

/** A harness that no hook of its own can stop. There the git hooks and the server are the gate. */
export interface GitHooksOnly {
  readonly title: string;
  readonly why: string;
  /** What its user has to do, so that the git hooks are the gate. */
  readonly next: string;
}

export const GIT_HOOKS_ONLY: Readonly<Record<'aider' | 'windsurf', GitHooksOnly>> = {
  aider: {
    title: 'Aider',
    why: 'Its lint and test commands feed whatever they print to the model, which then tries to fix it. Pawl must not be wired there.',
    next: 'Put git-commit-verify: true into .aider.conf.yml, or it commits past the git hooks.',
  },
  windsurf: {
    title: 'Windsurf Cascade',
    why: 'A hook can refuse one action and nothing after it: it cannot end a turn, and what the model sees of it is not documented.',
    next: 'Let the server judge what is pushed, too.',
  },
};
