import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kinds.ts';
import type { ReadEvent } from '../event/harness-event.ts';
import { readEvent } from '../event/read-event.ts';
import { HARNESS_IDS, type HarnessId } from '../harness-id.ts';
import { answer } from './answer.ts';
import type { HookAnswer, Outcome } from './outcome.ts';

/**
 * The fields that only the user sees, from the documents of each harness. Everything else counts as seen by the model: a
 * field that is added to an answer is looked at here before it can carry anything.
 */
const USER_ONLY: Readonly<Record<HarnessId, readonly string[]>> = {
  'claude-code': ['stopReason'],
  codex: ['systemMessage'],
  gemini: ['systemMessage'],
  cline: ['errorMessage'],
  vscode: ['systemMessage'],
  copilot: [],
  cursor: ['user_message'],
  opencode: ['user'],
};

/** Where the harness hands even those to the model. */
const NOT_EVEN_THERE: readonly string[] = ['PostToolBatch', 'PreToolUse of cline'];

const NEUTRAL = /^Work is paused for human review\. Do not continue\.(?: Case [0-9a-f]{4,64}\.)?$/u;
const STRUCTURE = ['deny', 'PreToolUse', 'PermissionRequest'];

function seenByModel(event: ReadEvent, { stdout }: HookAnswer): readonly string[] {
  const hidden = NOT_EVEN_THERE.some((one) => one === event.name || one === `${event.name} of ${event.speaks}`)
    ? []
    : USER_ONLY[event.speaks];
  const texts: string[] = [];
  JSON.parse(stdout === '' ? '{}' : stdout, (key, value: unknown) => {
    if (typeof value === 'string' && !hidden.includes(key)) texts.push(value);
    return value;
  });
  return texts;
}

const secrets = [
  'python.lang.security.audit.exec-detected',
  'src/payments/charge.py',
  'line 41',
  '3 findings',
  'critical',
  'CWE-89',
] as const;
/** Any characters at all, half of them below U+0100, where the control characters are. */
const unit = fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0x10ffff }));
const text = fc.array(unit, { maxLength: 400 }).map((units) => String.fromCodePoint(...units));
const telling = secrets.join(' ');
const outcomes: readonly Outcome[] = [
  { outcome: 'clean' },
  // What a caller must not do: put into an outcome what does not belong there.
  { outcome: 'stopped', case: '3fa9c21e', reasons: secrets, message: telling } as Outcome,
  { outcome: 'stopped', case: telling },
  { outcome: 'latched', case: `3fa9c21e\n${telling}` },
  { outcome: 'could-not-tell', fault: telling },
  { outcome: 'timed-out' },
];

const events: readonly ReadEvent[] = HARNESS_IDS.flatMap((harness) => [
  ...Object.entries(EVENT_KINDS[harness]).map(([name, kind]) => ({
    harness,
    speaks: harness,
    kind,
    name,
    session: telling,
    cwd: telling,
    tool: { name: telling, action: 'write' as const },
  })),
  ...[undefined, ...Object.keys(EVENT_KINDS[harness])].map((name) => readEvent(harness, telling, name)),
]);

const pairs = events.flatMap((event) => outcomes.map((outcome) => [event, outcome] as const));

describe('A10: when an outcome and an event are full of detail', () => {
  it('the model sees the neutral sentence and the case number, and nothing else', () => {
    for (const [event, outcome] of pairs) {
      const texts = seenByModel(event, answer(event, outcome)).filter((text) => !STRUCTURE.includes(text));
      for (const text of texts) expect(text, `${event.harness} ${event.name}`).toMatch(NEUTRAL);
    }
  });

  it('what the event held is in no field at all, whoever sees it', () => {
    for (const event of events) {
      const { stdout, stderr } = answer(event, { outcome: 'stopped', case: '3fa9c21e' });
      for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('a naive gate, which hands its reasons to the agent, fails the same check', () => {
    const stdout = `${JSON.stringify({ decision: 'block', reason: telling })}\n`;
    for (const event of events) {
      expect(seenByModel(event, { stdout, stderr: '', exitCode: 0 })).toContain(telling);
      expect(telling).not.toMatch(NEUTRAL);
    }
  });

  it('something is seen by the model where a call is refused, so that the check above has something to check', () => {
    const refused = pairs.filter(([event, outcome]) => seenByModel(event, answer(event, outcome)).length > 0);
    expect(new Set(refused.map(([event]) => event.speaks)).size).toBe(HARNESS_IDS.length);
  });
});

describe('when an answer ends a turn', () => {
  it('it is never one that starts another', () => {
    for (const [event, outcome] of pairs) {
      const { stdout, exitCode } = answer(event, outcome);
      expect(stdout).not.toMatch(/"block"|followup_message|additionalContext|contextModification/u);
      if (event.speaks !== 'copilot') expect(exitCode).toBe(0);
    }
  });

  it('standard output is one JSON object on one line or nothing, and standard error is for the user of Copilot CLI alone', () => {
    for (const [event, outcome] of pairs) {
      const { stdout, stderr } = answer(event, outcome);
      expect(stdout === '' || (stdout.endsWith('}\n') && stdout.indexOf('\n') === stdout.length - 1)).toBe(true);
      if (event.speaks !== 'copilot') expect(stderr).toBe('');
    }
  });
});

describe('when a fault quotes a name that an agent chose', () => {
  it('what the user reads holds no control character, and one line at most', () => {
    fc.assert(
      fc.property(text, (fault) => {
        const { stderr } = answer(readEvent('copilot', '{}', 'agentStop'), { outcome: 'could-not-tell', fault });
        expect(stderr.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(stderr.length).toBeLessThan(450);
      }),
    );
  });
});
