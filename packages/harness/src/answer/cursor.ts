import { type Halt, type HookAnswer, jsonAnswer, SILENCE } from './outcome.ts';
import { forModel, forUser } from './words.ts';

/**
 * A prompt and a call can be refused, with separate texts for the user and for the model. What has happened cannot be
 * refused, and on `stop` the only answer there is would start another turn: there we are silent, and the latch refuses
 * the next prompt and the next call. A clean call gets no `"allow"`: that could answer a question meant for the user.
 */
export function answerCursor(name: string | undefined, halt: Halt | undefined): HookAnswer {
  switch (name) {
    case 'beforeSubmitPrompt':
      return jsonAnswer(halt === undefined ? { continue: true } : { continue: false, user_message: forUser(halt) });
    case 'beforeShellExecution':
    case 'beforeMCPExecution':
    case 'preToolUse':
      return jsonAnswer(halt === undefined ? {} : refusal(halt));
    case 'beforeReadFile':
      return jsonAnswer(halt === undefined ? {} : { permission: 'deny' });
    case undefined:
      return halt === undefined ? SILENCE : jsonAnswer({ continue: false, ...refusal(halt) });
    default:
      return SILENCE;
  }
}

function refusal(halt: Halt): Readonly<Record<string, unknown>> {
  return { permission: 'deny', user_message: forUser(halt), agent_message: forModel(halt) };
}
