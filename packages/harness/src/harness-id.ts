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

/** Harnesses that no hook of theirs can stop, each with the reason. There the git hooks and the server are the gate. */
export const GIT_HOOKS_ONLY: Readonly<Record<'aider' | 'windsurf', { readonly title: string; readonly why: string }>> =
  {
    aider: {
      title: 'Aider',
      why: 'Its lint and test commands feed whatever they print to the model, which then tries to fix it. Pawl must not be wired there.',
    },
    windsurf: {
      title: 'Windsurf Cascade',
      why: 'A hook can refuse one action and nothing after it: it cannot end a turn, and what the model sees of it is not documented.',
    },
  };
