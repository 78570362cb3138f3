import { describe, expect, it } from 'vitest';
import { HARNESSES } from '../harness-facts.ts';
import { HARNESS_IDS } from '../harness-id.ts';
import { kindOf } from './event-kinds.ts';
import { type HarnessEvent, taskOf } from './harness-event.ts';

const event = { harness: 'codex', speaks: 'codex', name: 'x', session: undefined, cwd: undefined } as const;
const tool = { name: 'x', action: 'unknown' } as const;

describe('when it is asked what an event calls for', () => {
  it.each<[HarnessEvent['kind'], ReturnType<typeof taskOf>]>([
    ['session-start', 'latch'],
    ['prompt', 'latch'],
    ['before-tool', 'latch'],
    ['after-tool', 'latch'],
    ['subagent-stop', 'latch'],
    ['stop', 'judge'],
    ['other', 'nothing'],
  ])('%s calls for: %s', (kind, task) => {
    expect(taskOf({ ...event, kind, tool })).toBe(task);
  });

  it('a tool that only read calls for nothing, and one that is not named calls for a look at the latch', () => {
    expect(taskOf({ ...event, kind: 'after-tool', tool: { name: 'Read', action: 'read' } })).toBe('nothing');
    expect(taskOf({ ...event, kind: 'after-tool', tool: undefined })).toBe('latch');
  });

  it('the call by which an agent of Cline says that it is done is the end of its turn, and of no other harness', () => {
    const done = { ...event, kind: 'before-tool', tool: { name: 'attempt_completion', action: 'unknown' } } as const;
    expect(taskOf({ ...done, harness: 'cline', speaks: 'cline' })).toBe('judge');
    expect(taskOf(done)).toBe('latch');
  });
});

describe('when hooks are installed', () => {
  it.each(HARNESS_IDS)('%s waits for each as long as its task wants', (harness) => {
    for (const { event: name, task } of HARNESSES[harness].installs) {
      const kind = kindOf(harness, name) ?? 'other';
      expect([name, taskOf({ ...event, harness, speaks: harness, name, kind, tool: undefined })]).toEqual([name, task]);
    }
  });

  it.each(HARNESS_IDS)('%s: the call that ends a turn is waited for as long as a judgement', (harness) => {
    const { finishTool, limits } = HARNESSES[harness];
    if (finishTool !== undefined) expect(limits.latch.theirs).toBe(limits.judge.theirs);
  });

  it.each(HARNESS_IDS)('the end of a turn of %s is judged', (harness) => {
    expect(HARNESSES[harness].installs.filter(({ task }) => task === 'judge')).toHaveLength(1);
  });
});
