import { type Halt, type HookAnswer, jsonAnswer } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/** What our own plugin reads: it aborts the session, shows `user` as a toast and lets the model see `model` alone. */
export function answerOpenCode(_name: string | undefined, halt: Halt | undefined): HookAnswer {
  if (halt === undefined) return jsonAnswer({ stop: false });
  return jsonAnswer({ stop: true, model: forModel(halt), user: forUser(halt) });
}
