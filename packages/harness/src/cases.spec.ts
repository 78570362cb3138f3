import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer } from './answer/answer.ts';
import type { Outcome } from './answer/outcome.ts';
import { readEvent } from './event/read-event.ts';
import { HARNESSES } from './harness-facts.ts';
import { HARNESS_IDS, type HarnessId } from './harness-id.ts';

const root = join(import.meta.dirname, 'cases');
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const cases = folders.map(({ name }) => {
  const [harness, ...rest] = name.split('.');
  const bytes = (file: string): Buffer => readFileSync(join(root, name, file));
  const text = (file: string): string => bytes(file).toString('utf8');
  return {
    name,
    harness: harness as HarnessId,
    event: rest.slice(0, -1).join('.'),
    outcome: String(rest.at(-1)),
    input: bytes('event.json'),
    given: JSON.parse(text('outcome.json')) as Outcome,
    read: JSON.parse(text('expected/event.json')) as unknown,
    expected: {
      stdout: text('expected/stdout'),
      stderr: text('expected/stderr'),
      exitCode: Number(text('expected/exit')),
    },
  };
});

describe('when a harness sends an event', () => {
  it.each(cases)('it is read: $name', ({ harness, event, input, read }) => {
    expect(JSON.parse(JSON.stringify(readEvent(harness, input, event)))).toEqual({ harness, ...(read as object) });
  });

  it.each(cases)('it is answered with the documented bytes: $name', ({ harness, event, input, given, expected }) => {
    expect(answer(readEvent(harness, input, event), given)).toEqual(expected);
  });
});

describe('when the cases are counted', () => {
  const outcomes = ['clean', 'stopped', 'could-not-tell', 'latched', 'malformed', 'timed-out'];

  it.each(HARNESS_IDS)('every outcome of %s has one', (harness) => {
    const covered = cases.filter((one) => one.harness === harness).map(({ outcome }) => outcome);
    expect(covered).toEqual(expect.arrayContaining(outcomes));
  });

  it.each(HARNESS_IDS)('every event that is installed for %s can be read', (harness) => {
    for (const { event } of HARNESSES[harness].installs) {
      const input = harness === 'opencode' ? JSON.stringify({ event }) : '{}';
      expect(readEvent(harness, input, event), event).not.toMatchObject({ kind: 'malformed' });
    }
  });
});
