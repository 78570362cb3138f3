import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../answer/answer.ts';
import { HARNESSES } from '../harness-facts.ts';
import { HARNESS_IDS, type HarnessId } from '../harness-id.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import { readEvent } from './read-event.ts';

const harnesses = fc.constantFrom(...HARNESS_IDS);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Events after which a harness takes no answer: there silence is all that there is. */
const UNANSWERED: Readonly<Partial<Record<HarnessId, RegExp>>> = {
  cursor: /^(?:after|stop|beforeTab)/u,
  copilot: /^postToolUseFailure$/u,
};

describe('when what a harness sends cannot be read', () => {
  it.each([
    ['nothing', '', 'The harness sent nothing.'],
    ['white space', ' \n', 'The harness sent nothing.'],
    ['half an object', '{"session_id":"a"', 'The harness sent something that is not JSON.'],
    ['two objects', '{}{}', 'The harness sent something that is not JSON.'],
    ['a list', '[{}]', 'The harness sent something other than one JSON object.'],
    ['a session that is a number', '{"session_id":7}', '"session_id" of the event is not a text.'],
    ['a folder with a NUL in it', '{"cwd":"/a\\u0000b"}', '"cwd" of the event holds a NUL character.'],
    ['a tool that is an object', '{"tool_name":{}}', '"tool_name" of the event is not a text.'],
  ])('%s is told plainly', (_, input, why) => {
    expect(readEvent('claude-code', encode(input), 'Stop')).toMatchObject({ kind: 'malformed', name: 'Stop', why });
  });

  it('bytes that are not UTF-8 are told plainly', () => {
    const why = 'The harness sent bytes that are not UTF-8.';
    expect(readEvent('gemini', Uint8Array.of(0x7b, 0xff, 0x7d))).toMatchObject({ kind: 'malformed', why });
  });

  it('an event of no known name is not passed over', () => {
    const why = 'The harness sent an event that Pawl does not know.';
    expect(readEvent('codex', '{"hook_event_name":"BeforeLunch"}')).toMatchObject({ kind: 'malformed', why });
    expect(readEvent('codex', '{"hook_event_name":"constructor"}')).toMatchObject({ kind: 'malformed', why });
  });

  it('nesting and names from the prototype are read without harm', () => {
    const deep = `{"hook_event_name":"Stop","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(readEvent('codex', deep)).toMatchObject({ kind: 'stop' });
    expect(readEvent('codex', '{"__proto__":{"hook_event_name":"Stop"}}')).toMatchObject({ kind: 'malformed' });
  });

  it('H16: it never throws, and it is never answered as if all were well', () => {
    const inputs = fc.oneof(fc.uint8Array(), fc.json({ maxDepth: 4 }), fc.string());
    fc.assert(
      fc.property(harnesses, inputs, (harness, input) => {
        for (const { event: name } of HARNESSES[harness].installs) {
          const event = readEvent(harness, input, name);
          if (event.kind !== 'malformed' || UNANSWERED[event.speaks]?.test(name) === true) continue;
          const { stdout, stderr } = answer(event, { outcome: 'clean' });
          expect(stdout + stderr).toMatch(/"continue":false|"deny"|"cancel":true|"stop":true|could not tell/u);
        }
      }),
    );
  });
});

describe('when an event is unreadable and its name is known from the settings alone', () => {
  it.each(
    HARNESS_IDS.flatMap((harness) => Object.keys(EVENT_KINDS[harness]).map((event) => ({ harness, event }))).filter(
      ({ harness, event }) => UNANSWERED[harness]?.test(event) !== true && EVENT_KINDS[harness][event] !== 'other',
    ),
  )('it still ends the work in the words of that event: $harness $event', ({ harness, event }) => {
    const { stdout, stderr } = answer(readEvent(harness, 'x', event), { outcome: 'clean' });
    expect(stdout + stderr).toMatch(/"continue":false|"deny"|"cancel":true|"stop":true|could not tell/u);
  });
});

describe('when the event is written as some shells pipe it', () => {
  it('a byte order mark before it is let pass', () => {
    const event = { hook_event_name: 'Stop', session_id: 's', cwd: '/w' };
    expect(readEvent('codex', encode(`\uFEFF${JSON.stringify(event)}`))).toMatchObject({ kind: 'stop', cwd: '/w' });
    expect(readEvent('codex', `\uFEFF${JSON.stringify(event)}`)).toMatchObject({ kind: 'stop', cwd: '/w' });
  });
});
