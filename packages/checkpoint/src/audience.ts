export type Audience = 'agent' | 'human';

/** Variables that coding agents set in the shells they start; the presence of one is enough. */
export const AGENT_VARIABLES = [
  'CLAUDECODE',
  'CLAUDE_CODE_ENTRYPOINT',
  'CODEX_SANDBOX',
  'CODEX_SANDBOX_NETWORK_DISABLED',
  'CODEX_THREAD_ID',
  'GEMINI_CLI',
  'CURSOR_AGENT',
  'CLINE_ACTIVE',
  'OPENCODE',
  'COPILOT_AGENT',
  'COPILOT_CLI',
  'AIDER_CHAT',
  'ROO_ACTIVE',
  'GOOSE_TERMINAL',
  'AMP_CURRENT_THREAD_ID',
  'AI_AGENT',
] as const;

export interface Surrounding {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The branch that is checked out, `undefined` when detached or bare. */
  readonly branch: string | undefined;
  /** Whether a person could be reading: standard error is a terminal. */
  readonly terminal: boolean;
}

/**
 * Who reads the answer. Everything that is not plainly a person at a terminal counts as an agent, because telling an
 * agent too much is the mistake that cannot be taken back.
 */
export function audienceOf(surrounding: Surrounding): Audience {
  return isKnownAgent(surrounding) || !surrounding.terminal ? 'agent' : 'human';
}

/** An agent by its own signs: a variable that it sets, or a branch under `agent/`. */
export function isKnownAgent({ env, branch }: Omit<Surrounding, 'terminal'>): boolean {
  return AGENT_VARIABLES.some((name) => isSet(env[name])) || (branch?.startsWith('agent/') ?? false);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
