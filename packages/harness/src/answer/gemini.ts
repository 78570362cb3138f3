import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * `continue: false` kills the loop without a retry. `stopReason` is shown to the user, and is also put where the result of
 * the tool belongs, so it is the neutral one; `systemMessage` is the user's alone. Never exit status 2 and never
 * `decision: "deny"`: after the agent both make a new prompt of our text.
 */
export function answerGemini(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return SILENCE;
  // The start of a session cannot be refused; the first prompt will be.
  if (name === 'SessionStart') return jsonAnswer({ systemMessage: forUser(halt) });
  return jsonAnswer({ continue: false, stopReason: forModel(halt), systemMessage: forUser(halt) });
}
