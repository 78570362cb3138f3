import type { ReadEvent } from '../event/harness-event.ts';
import type { HarnessId } from '../harness-id.ts';
import { answerClaudeCode } from './claude-code.ts';
import { answerCline } from './cline.ts';
import { answerCodex } from './codex.ts';
import { answerCopilot } from './copilot.ts';
import { answerCursor } from './cursor.ts';
import { answerGemini } from './gemini.ts';
import { answerOpenCode } from './opencode.ts';
import type { Halt, HookAnswer, Outcome } from './outcome.ts';
import { answerVsCode } from './vscode.ts';

type Adapter = (name: string | undefined, halt: Halt | undefined) => HookAnswer;

const ADAPTERS: Readonly<Record<HarnessId, Adapter>> = {
  'claude-code': answerClaudeCode,
  codex: answerCodex,
  gemini: answerGemini,
  cline: answerCline,
  vscode: answerVsCode,
  copilot: answerCopilot,
  cursor: answerCursor,
  opencode: answerOpenCode,
};

/**
 * The bytes that end the turn by the channel that the user sees, or that let it go on. An event that could not be read
 * stops the work whatever the outcome is said to be: it is not known what was judged.
 */
export function answer(event: ReadEvent, outcome: Outcome): HookAnswer {
  return ADAPTERS[event.speaks](event.name, haltOf(event, outcome));
}

function haltOf(event: ReadEvent, outcome: Outcome): Halt | undefined {
  if (outcome.outcome !== 'clean') return outcome;
  return event.kind === 'malformed' ? { outcome: 'could-not-tell', fault: event.why } : undefined;
}
