import type { HarnessId } from './harness-id.ts';

/** Seconds. `theirs` is when the harness gives up waiting and goes on, where that is known; `ours` comes before. */
export interface TimeLimit {
  readonly theirs: number | undefined;
  readonly ours: number;
}

/** An event to which a hook is installed, with what the harness needs to know about it. */
export interface InstalledEvent {
  readonly event: string;
  readonly task: 'judge' | 'latch';
  /** Which tools, in the harness's own pattern language. Without one: all of them. */
  readonly matcher?: string;
  /** The harness can refuse when the hook itself breaks. Never for what has already happened: there a failure is feedback. */
  readonly failsShut?: true;
}

export interface HarnessFacts {
  readonly title: string;
  /** Which documents the facts were read from. */
  readonly readFrom: string;
  readonly format: 'grouped-json' | 'flat-json' | 'toml' | 'scripts' | 'plugin';
  /** Relative to the repository; a folder for scripts, in which each event is a file. */
  readonly settings: string;
  /** The variable in which the harness names the project to a hook, where the hook may be started in another folder. */
  readonly projectVariable?: string;
  /** The tool by which the agent says that it is done, where no event at the end can stop it. A call of it is the end of the turn. */
  readonly finishTool?: string;
  readonly limits: { readonly latch: TimeLimit; readonly judge: TimeLimit };
  readonly installs: readonly InstalledEvent[];
  /** What the user has to know or do after the installation. */
  readonly notes: readonly string[];
}

const CLAUDE_WRITERS = 'Bash|PowerShell|Edit|MultiEdit|Write|NotebookEdit|Task|Agent|mcp__.*';
const COPILOT_WRITERS = 'bash|powershell|create|edit|str_replace_editor|apply_patch|task';

/** One harness, one entry. Harnesses change: when one does, this and its cases are what is read again. */
export const HARNESSES: Readonly<Record<HarnessId, HarnessFacts>> = {
  'claude-code': {
    title: 'Claude Code',
    readFrom: 'hooks reference, copy of 2026-08-22; onFailure as of 2.1.295',
    format: 'grouped-json',
    settings: '.claude/settings.json',
    projectVariable: 'CLAUDE_PROJECT_DIR',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 600, ours: 300 } },
    installs: [
      { event: 'SessionStart', task: 'latch' },
      { event: 'UserPromptSubmit', task: 'latch', failsShut: true },
      { event: 'PreToolUse', task: 'latch', matcher: CLAUDE_WRITERS, failsShut: true },
      { event: 'PostToolUse', task: 'latch', matcher: CLAUDE_WRITERS },
      { event: 'SubagentStop', task: 'latch' },
      { event: 'Stop', task: 'judge' },
    ],
    notes: [],
  },
  codex: {
    title: 'Codex CLI',
    readFrom: 'developers.openai.com/codex/hooks and codex-rs/hooks, August 2026',
    format: 'toml',
    settings: '.codex/config.toml',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 600, ours: 300 } },
    installs: [
      { event: 'SessionStart', task: 'latch' },
      { event: 'UserPromptSubmit', task: 'latch' },
      { event: 'PreToolUse', task: 'latch' },
      { event: 'SubagentStop', task: 'latch' },
      { event: 'Stop', task: 'judge' },
    ],
    notes: [
      'Codex CLI skips new and changed hooks until you trust them: open codex in this repository and run /hooks.',
    ],
  },
  gemini: {
    title: 'Gemini CLI',
    readFrom: 'docs/hooks/reference.md (06c0d810)',
    format: 'grouped-json',
    settings: '.gemini/settings.json',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 60, ours: 45 } },
    installs: [
      { event: 'BeforeAgent', task: 'latch' },
      { event: 'BeforeTool', task: 'latch' },
      { event: 'AfterTool', task: 'latch' },
      { event: 'AfterAgent', task: 'judge' },
    ],
    notes: ['A headless run (gemini -p) that Pawl stops still exits with status 0.'],
  },
  cline: {
    title: 'Cline',
    readFrom: 'docs/customization/hooks.mdx (378284b7); ToolExecutor.ts and AttemptCompletionHandler.ts, 2026',
    format: 'scripts',
    settings: '.clinerules/hooks',
    finishTool: 'attempt_completion',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 30, ours: 20 } },
    installs: [
      { event: 'TaskStart', task: 'latch' },
      { event: 'TaskResume', task: 'latch' },
      { event: 'UserPromptSubmit', task: 'latch' },
      { event: 'PreToolUse', task: 'latch' },
      { event: 'PostToolUse', task: 'latch' },
      { event: 'TaskComplete', task: 'judge' },
    ],
    notes: [
      'Hooks run once you switch them on: in the Hooks tab of Cline, or with cline config set hooks-enabled=true.',
    ],
  },
  vscode: {
    title: 'VS Code agent',
    readFrom: 'docs/agent-customization/hooks.md (2026-06-03, preview)',
    format: 'flat-json',
    settings: '.github/hooks/pawl-vscode.json',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 30, ours: 20 } },
    installs: [
      { event: 'SessionStart', task: 'latch' },
      { event: 'UserPromptSubmit', task: 'latch' },
      { event: 'PreToolUse', task: 'latch' },
      { event: 'PostToolUse', task: 'latch' },
      { event: 'SubagentStop', task: 'latch' },
      { event: 'Stop', task: 'judge' },
    ],
    notes: [],
  },
  copilot: {
    title: 'Copilot CLI',
    readFrom: 'content/copilot/reference/hooks-reference.md (05da5bc3)',
    format: 'flat-json',
    settings: '.github/hooks/pawl-copilot.json',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 30, ours: 20 } },
    installs: [
      { event: 'sessionStart', task: 'latch' },
      { event: 'userPromptSubmitted', task: 'latch' },
      { event: 'preToolUse', task: 'latch' },
      { event: 'permissionRequest', task: 'latch' },
      { event: 'postToolUse', task: 'latch', matcher: COPILOT_WRITERS },
      { event: 'agentStop', task: 'judge' },
    ],
    notes: ['The Copilot cloud agent runs these hooks with nobody there to read: the check in CI is the gate there.'],
  },
  cursor: {
    title: 'Cursor',
    readFrom: 'cursor.com/docs/agent/hooks, copy of caruso (0d41427e)',
    format: 'flat-json',
    settings: '.cursor/hooks.json',
    limits: { latch: { theirs: undefined, ours: 10 }, judge: { theirs: undefined, ours: 20 } },
    installs: [
      { event: 'beforeSubmitPrompt', task: 'latch', failsShut: true },
      { event: 'beforeShellExecution', task: 'latch' },
      { event: 'beforeMCPExecution', task: 'latch' },
      { event: 'stop', task: 'judge' },
    ],
    notes: ['Cursor cannot be stopped within a turn: the next shell command, tool or prompt is refused.'],
  },
  opencode: {
    title: 'OpenCode',
    readFrom:
      'packages/web/src/content/docs/plugins.mdx (006a254f); the parentID of a session as public plugins read it',
    format: 'plugin',
    settings: '.opencode/plugins/pawl.js',
    limits: { latch: { theirs: 30, ours: 10 }, judge: { theirs: 60, ours: 45 } },
    installs: [
      { event: 'chat.message', task: 'latch' },
      { event: 'tool.execute.before', task: 'latch' },
      { event: 'tool.execute.after', task: 'latch' },
      { event: 'session.idle', task: 'judge' },
    ],
    notes: ['OpenCode cannot refuse a prompt: Pawl aborts the session and replaces what was asked.'],
  },
};
