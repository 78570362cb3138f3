import type { HarnessId } from '../harness-id.ts';
import { kindOf } from './event-kinds.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { ReadEvent, ToolUse } from './harness-event.ts';
import { Malformed, parsePayload, type Payload } from './payload.ts';
import { likelySpeaker, speakerOf } from './speaker-of.ts';
import { toolAction } from './tool-action.ts';

/**
 * Reads what a harness wrote to the hook's standard input. `registered` is the event that the installed command names: it
 * tells the form of the answer when the input cannot be read, and the event itself where the harness does not repeat it.
 *
 * Never throws: what cannot be read is a `MalformedEvent`, which `answer` never lets go on.
 */
export function readEvent(harness: HarnessId, input: Uint8Array | string, registered?: string): ReadEvent {
  try {
    return readPayload(harness, parsePayload(input), registered);
  } catch (error) {
    const why = error instanceof Malformed ? error.message : 'Pawl failed while it read what the harness sent.';
    return { kind: 'malformed', harness, speaks: likelySpeaker(harness, registered), name: registered, why };
  }
}

function readPayload(harness: HarnessId, payload: Payload, registered: string | undefined): ReadEvent {
  const speaks = speakerOf(harness, payload);
  const fields = fieldsOf(speaks, payload);
  const name = [fields.name, registered].find((one) => one !== undefined && kindOf(speaks, one) !== undefined);
  const kind = name === undefined ? undefined : kindOf(speaks, name);
  if (name === undefined || kind === undefined) {
    const why = 'The harness sent an event that Pawl does not know.';
    return { kind: 'malformed', harness, speaks, name: registered, why };
  }
  return { harness, speaks, kind, name, session: fields.session, cwd: fields.cwd, tool: toolOf(fields) };
}

function toolOf({ tool, command }: Fields): ToolUse | undefined {
  return tool === undefined ? undefined : { name: tool, action: toolAction(tool, command) };
}
