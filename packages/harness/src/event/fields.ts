import type { HarnessId } from '../harness-id.ts';
import { firstFolder, objectAt, type Payload, textAt } from './payload.ts';

/** What an event says, before it is known whether the name means anything. */
export interface Fields {
  readonly name: string | undefined;
  readonly session: string | undefined;
  readonly cwd: string | undefined;
  readonly tool: string | undefined;
  readonly command: string | undefined;
}

/** Where each harness writes them. */
export function fieldsOf(speaks: HarnessId, payload: Payload): Fields {
  switch (speaks) {
    case 'cline':
      return clineFields(payload);
    case 'cursor':
      return cursorFields(payload);
    case 'opencode':
      return openCodeFields(payload);
    case 'copilot':
      return {
        name: undefined, // in this format the event is named by the settings alone
        session: textAt(payload, 'sessionId'),
        cwd: textAt(payload, 'cwd'),
        tool: textAt(payload, 'toolName'),
        command: commandIn(objectAt(payload, 'toolArgs', 'toolInput')),
      };
    case 'claude-code':
    case 'codex':
    case 'gemini':
    case 'vscode':
      return {
        name: textAt(payload, 'hook_event_name', 'hookEventName'),
        session: textAt(payload, 'session_id', 'sessionId'),
        cwd: textAt(payload, 'cwd'),
        tool: textAt(payload, 'tool_name', 'toolName'),
        command: commandIn(objectAt(payload, 'tool_input', 'toolInput')),
      };
  }
}

function clineFields(payload: Payload): Fields {
  const use = objectAt(payload, 'preToolUse', 'postToolUse');
  return {
    name: textAt(payload, 'hookName'),
    session: textAt(payload, 'taskId'),
    cwd: textAt(payload, 'workspacePath') ?? firstFolder(payload, 'workspaceRoots'),
    tool: use && textAt(use, 'toolName', 'tool'),
    command: use && commandIn(objectAt(use, 'parameters')),
  };
}

function cursorFields(payload: Payload): Fields {
  const name = textAt(payload, 'hook_event_name');
  const shell = name === 'beforeShellExecution' || name === 'afterShellExecution';
  return {
    name,
    session: textAt(payload, 'conversation_id'),
    cwd: textAt(payload, 'cwd') ?? firstFolder(payload, 'workspace_roots'),
    tool: shell ? 'shell' : name === 'afterFileEdit' ? 'edit' : textAt(payload, 'tool_name'),
    command: shell ? textAt(payload, 'command') : undefined,
  };
}

function openCodeFields(payload: Payload): Fields {
  return {
    name: textAt(payload, 'event'),
    session: textAt(payload, 'session'),
    cwd: textAt(payload, 'cwd'),
    tool: textAt(payload, 'tool'),
    command: textAt(payload, 'command'),
  };
}

function commandIn(input: Payload | undefined): string | undefined {
  return typeof input?.['command'] === 'string' ? input['command'] : undefined;
}
