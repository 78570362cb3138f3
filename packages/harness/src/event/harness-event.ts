import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';

export type EventKind = 'session-start' | 'prompt' | 'before-tool' | 'after-tool' | 'subagent-stop' | 'stop' | 'other';

/**
 * What a tool does, by its name. A hint for what to look at and when, never a control: an agent can commit in a hundred
 * ways that no name shows. `unknown` counts as writing.
 */
export type ToolAction = 'read' | 'write' | 'shell' | 'commit' | 'unknown';

export interface ToolUse {
  readonly name: string;
  readonly action: ToolAction;
}

interface Heard {
  /** Whose settings the hook was started from. */
  readonly harness: HarnessId;
  /** Who started it and will read the answer: VS Code and Copilot CLI also load each other's and Claude Code's hooks. */
  readonly speaks: HarnessId;
}

export interface HarnessEvent extends Heard {
  readonly kind: EventKind;
  /** The harness's own name of the event: it decides the form of the answer. */
  readonly name: string;
  readonly session: string | undefined;
  /** Where the agent works; where the harness does not say, it is the hook's own working directory. */
  readonly cwd: string | undefined;
  readonly tool: ToolUse | undefined;
}

/** An event that could not be read. It is answered like any other that could not be judged: the work stops. */
export interface MalformedEvent extends Heard {
  readonly kind: 'malformed';
  /** As the installed command names it, where it does. */
  readonly name: string | undefined;
  /** One sentence for the user. It quotes nothing of the input. */
  readonly why: string;
}

export type ReadEvent = HarnessEvent | MalformedEvent;

/**
 * What an event calls for: `judge` the tree that the agent has made, look whether the loop is already stopped (`latch`),
 * or nothing. What is judged is a turn that has ended: between two calls the work is half done, such as a check that one
 * call cuts here and the next one pastes there, and a stop would be a false one. Inside a turn the latch is what ends it,
 * when the git hooks stopped a commit or a push of it.
 *
 * Whoever judges keys the checkpoint by the tree: a harness may start the same hook twice for one event.
 */
export function taskOf(event: HarnessEvent): 'judge' | 'latch' | 'nothing' {
  switch (event.kind) {
    case 'session-start':
    case 'prompt':
      return 'latch';
    case 'before-tool':
      return isFinish(event) ? 'judge' : 'latch';
    case 'after-tool':
      return event.tool?.action === 'read' ? 'nothing' : 'latch';
    case 'subagent-stop': // the work of who started it goes on
      return 'latch';
    case 'stop':
      return 'judge';
    case 'other':
      return 'nothing';
  }
}

function isFinish({ speaks, tool }: HarnessEvent): boolean {
  return tool !== undefined && tool.name === HARNESSES[speaks].finishTool;
}
