import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * Only a permission request can be answered so that the agent stops; a tool call can be denied. Everywhere else standard
 * output is ignored or goes to the model, and exit status 2 is a warning whose standard error the user sees: the loop goes
 * on until its next tool call, prompt or commit, which the latch refuses. Never `decision: "block"`: it forces a turn.
 */
export function answerCopilot(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return SILENCE;
  switch (name) {
    case 'preToolUse':
      return jsonAnswer({ permissionDecision: 'deny', permissionDecisionReason: forModel(halt) });
    case 'permissionRequest':
      return jsonAnswer({ behavior: 'deny', interrupt: true, message: forModel(halt) });
    case 'postToolUseFailure': // here exit status 2 is advice to the model
      return SILENCE;
    default:
      return { stdout: '', stderr: `${forUser(halt)}\n`, exitCode: 2 };
  }
}
