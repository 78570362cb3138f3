import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * `continue: false` ends the turn and overrides what other hooks decided; `stopReason` goes to the user alone. Never exit
 * status 2 and never `decision: "block"`: both hand our text to the model and let it go on.
 */
export function answerClaudeCode(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return SILENCE;
  // After a batch of tools the reason stays in the conversation.
  const stopReason = name === 'PostToolBatch' ? forModel(halt) : forUser(halt);
  return jsonAnswer({ continue: false, stopReason, ...(name === 'PreToolUse' ? denied(name, halt) : {}) });
}

/** Also the call itself is refused; the reason of a refusal is shown to the model. */
export function denied(name: string, halt: Halt): Readonly<Record<string, unknown>> {
  return {
    hookSpecificOutput: {
      hookEventName: name,
      permissionDecision: 'deny',
      permissionDecisionReason: forModel(halt),
    },
  };
}
