import type { HarnessId } from '../harness-id.ts';
import type { EventKind } from './harness-event.ts';

type Kinds = Readonly<Record<string, EventKind>>;

const others = (...names: readonly string[]): Kinds =>
  Object.fromEntries(names.map((name) => [name, 'other'] as const));

/** The events of each harness by its own names. A name that is not here could not be told, and is never passed over. */
export const EVENT_KINDS: Readonly<Record<HarnessId, Kinds>> = {
  'claude-code': {
    SessionStart: 'session-start',
    UserPromptSubmit: 'prompt',
    UserPromptExpansion: 'prompt',
    PreToolUse: 'before-tool',
    PermissionRequest: 'before-tool',
    PostToolUse: 'after-tool',
    PostToolUseFailure: 'after-tool',
    PostToolBatch: 'after-tool',
    SubagentStop: 'subagent-stop',
    Stop: 'stop',
    ...others('Setup', 'InstructionsLoaded', 'MessageDisplay', 'PermissionDenied', 'Notification', 'SubagentStart'),
    ...others('TaskCreated', 'TaskCompleted', 'TeammateIdle', 'StopFailure', 'ConfigChange', 'CwdChanged'),
    ...others('DirectoryAdded', 'FileChanged', 'WorktreeCreate', 'WorktreeRemove', 'PreCompact', 'PostCompact'),
    ...others('SessionEnd', 'Elicitation', 'ElicitationResult'),
  },
  codex: {
    SessionStart: 'session-start',
    UserPromptSubmit: 'prompt',
    PreToolUse: 'before-tool',
    PermissionRequest: 'before-tool',
    PostToolUse: 'after-tool',
    SubagentStop: 'subagent-stop',
    Stop: 'stop',
    ...others('PreCompact', 'PostCompact', 'SubagentStart', 'StopFailure', 'SessionEnd', 'Interrupt'),
  },
  gemini: {
    SessionStart: 'session-start',
    BeforeAgent: 'prompt',
    BeforeTool: 'before-tool',
    AfterTool: 'after-tool',
    AfterAgent: 'stop',
    ...others('BeforeModel', 'AfterModel', 'BeforeToolSelection', 'SessionEnd', 'Notification', 'PreCompress'),
  },
  cline: {
    TaskStart: 'session-start',
    TaskResume: 'session-start',
    UserPromptSubmit: 'prompt',
    PreToolUse: 'before-tool',
    PostToolUse: 'after-tool',
    TaskComplete: 'stop',
    ...others('TaskCancel', 'PreCompact'),
  },
  vscode: {
    SessionStart: 'session-start',
    UserPromptSubmit: 'prompt',
    PreToolUse: 'before-tool',
    PermissionRequest: 'before-tool',
    PostToolUse: 'after-tool',
    PostToolUseFailure: 'after-tool',
    SubagentStop: 'subagent-stop',
    Stop: 'stop',
    ...others('PreCompact', 'SubagentStart', 'SessionEnd', 'ErrorOccurred', 'Notification'),
  },
  copilot: {
    sessionStart: 'session-start',
    userPromptSubmitted: 'prompt',
    preToolUse: 'before-tool',
    permissionRequest: 'before-tool',
    postToolUse: 'after-tool',
    postToolUseFailure: 'after-tool',
    subagentStop: 'subagent-stop',
    agentStop: 'stop',
    ...others('userPromptTransformed', 'sessionEnd', 'errorOccurred', 'notification', 'preCompact', 'subagentStart'),
  },
  cursor: {
    beforeSubmitPrompt: 'prompt',
    beforeShellExecution: 'before-tool',
    beforeMCPExecution: 'before-tool',
    beforeReadFile: 'before-tool',
    preToolUse: 'before-tool',
    afterShellExecution: 'after-tool',
    afterMCPExecution: 'after-tool',
    afterFileEdit: 'after-tool',
    stop: 'stop',
    ...others('afterAgentResponse', 'afterAgentThought', 'beforeTabFileRead', 'afterTabFileEdit'),
  },
  opencode: {
    'chat.message': 'prompt',
    'tool.execute.before': 'before-tool',
    'tool.execute.after': 'after-tool',
    'session.idle': 'stop',
  },
};

/** The kind of a named event; nothing when this harness is not known to have it. */
export function kindOf(harness: HarnessId, name: string): EventKind | undefined {
  return Object.hasOwn(EVENT_KINDS[harness], name) ? EVENT_KINDS[harness][name] : undefined;
}
