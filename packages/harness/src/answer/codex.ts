import { denied } from './claude-code.ts';
import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * `continue: false` ends the turn on `Stop` and keeps it from starting on `UserPromptSubmit` and `SessionStart`. Before a
 * tool it is "unsupported" and would make the hook invalid, which lets the call through: there the call is denied. After a
 * tool it ends nothing and hands the reason to the model, so the reason is the neutral one everywhere.
 */
export function answerCodex(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return SILENCE;
  const systemMessage = forUser(halt);
  if (name === 'PreToolUse') return jsonAnswer({ systemMessage, ...denied(name, halt) });
  if (name === 'PermissionRequest') {
    const decision = { behavior: 'deny', message: forModel(halt) };
    return jsonAnswer({ systemMessage, hookSpecificOutput: { hookEventName: name, decision } });
  }
  return jsonAnswer({ continue: false, stopReason: forModel(halt), systemMessage });
}
