import { describe, expect, it } from 'vitest';
import { HARNESSES } from '../harness-facts.ts';
import { HARNESS_IDS } from '../harness-id.ts';
import type { HarnessEvent } from './harness-event.ts';
import { timeLimitOf } from './time-limit.ts';

describe('when a harness waits for an answer', () => {
  it.each(HARNESS_IDS)('Pawl gives up before %s does, with time left to start and to answer', (harness) => {
    for (const { theirs, ours } of Object.values(HARNESSES[harness].limits)) {
      expect(ours).toBeGreaterThan(0);
      if (theirs !== undefined) expect(theirs - ours).toBeGreaterThanOrEqual(10);
    }
  });

  it('the shorter of two limits holds where one harness runs the hooks of another', () => {
    const event: HarnessEvent = {
      harness: 'claude-code',
      speaks: 'vscode',
      kind: 'stop',
      name: 'Stop',
      session: undefined,
      cwd: undefined,
      tool: undefined,
    };
    expect(timeLimitOf(event)).toBe(20_000);
    expect(timeLimitOf({ ...event, speaks: 'claude-code' })).toBe(300_000);
    expect(timeLimitOf({ ...event, speaks: 'claude-code', kind: 'prompt' })).toBe(10_000);
  });
});
