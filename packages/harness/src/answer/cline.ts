import { type Halt, type HookAnswer, jsonAnswer } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * `cancel` stops the task, `errorMessage` is shown to the user. A cancelled call goes back to the model, so there the
 * message is the neutral one. Never `contextModification`: that is the model's.
 */
export function answerCline(name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return jsonAnswer({ cancel: false });
  const seenByModel = name === undefined || name === 'PreToolUse';
  return jsonAnswer({ cancel: true, errorMessage: seenByModel ? forModel(halt) : forUser(halt) });
}
