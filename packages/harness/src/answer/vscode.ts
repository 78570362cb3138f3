import { denied } from './claude-code.ts';
import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * `continue: false` ends the session. Older versions showed `stopReason` to the model, so it is the neutral one, and
 * `systemMessage` is the user's. Never exit status 2: it shows what we write to the model. A refused call is said in
 * Copilot CLI's words too, because that runs the same hooks and knows no `continue`.
 */
export function answerVsCode(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return SILENCE;
  return jsonAnswer({
    continue: false,
    stopReason: forModel(halt),
    systemMessage: forUser(halt),
    ...(isBeforeTool(name) ? refusal(halt) : {}),
  });
}

function isBeforeTool(name: string | undefined): boolean {
  return name === undefined || name === 'PreToolUse' || name === 'preToolUse';
}

function refusal(halt: Halt): Readonly<Record<string, unknown>> {
  return {
    permissionDecision: 'deny',
    permissionDecisionReason: forModel(halt),
    ...denied('PreToolUse', halt),
  };
}
