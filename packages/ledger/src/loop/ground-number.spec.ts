import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { caseDigest, caseId, listCases, openCase } from '../cases.ts';
import { appendCheckpoint } from './append-checkpoint.ts';
import { draftOf, loopScratch, NOTHING } from './loop.fixture.ts';
import { latchOfTip, releasedIn } from './latch-of-tip.ts';
import { readTip } from './read-tip.ts';
import type { CheckpointDraft } from './statement.ts';

/** Two stops whose questions share a number, as an agent finds them who tries trees: here under one lock, which takes 2^16. */
function groundPair(): readonly [CheckpointDraft, CheckpointDraft] {
  const seen = new Map<string, number>();
  for (let tries = 0; ; tries += 1) {
    const draft = stopOf(tries);
    const number = draft.case ?? '';
    const other = seen.get(number);
    if (other !== undefined) return [stopOf(other), draft];
    seen.set(number, tries);
  }
}

const { question: QUESTION } = draftOf('one');

function stopOf(tries: number): CheckpointDraft {
  const question = { ...QUESTION, tree: tries.toString(16).padStart(40, '0') };
  return draftOf('one', { question, outcome: 'stopped', case: caseId(question) });
}

let released: CheckpointDraft;
let ground: CheckpointDraft;
beforeAll(() => {
  [released, ground] = groundPair();
  expect(released.case).toBe(ground.case);
});

const release = (more: object = {}): { case: string; reason: string; at: string } => ({
  case: ground.case ?? '',
  reason: 'seen',
  at: '2026-02-01T00:00:00.000Z',
  ...more,
});

describe('A09 when an agent has ground a tree until its case has a number that was released', () => {
  it.each([
    ['by its whole question', () => release({ question: caseDigest(released.question) })],
    ['by its number alone, in a lock of an older version', () => release()],
  ])('it is stopped all the same where that one was released %s', async (_, made) => {
    const here = loopScratch();
    const store = await here.open();
    const options = { released: releasedIn({ releases: [made()] }) };
    await appendCheckpoint(store, ground, options);
    const tip = await readTip(store, 'agent/x');
    expect(tip?.statement.predicate.latch).toEqual([caseDigest(ground.question)]);
    expect(tip && latchOfTip(tip, options.released)).toEqual([ground.case]);
  });

  it('a release of the one leaves the loop stopped by the other', async () => {
    const here = loopScratch();
    const store = await here.open();
    await appendCheckpoint(store, released, NOTHING);
    await appendCheckpoint(store, ground, NOTHING);
    const tip = await readTip(store, 'agent/x');
    const one = releasedIn({ releases: [release({ question: caseDigest(released.question) })] });
    expect(tip && latchOfTip(tip, NOTHING.released)).toHaveLength(2);
    expect(tip && latchOfTip(tip, one)).toEqual([ground.case]);
  });

  it('its note does not take the place of the other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pawl-ledger-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const { question } of [released, ground, ground, released]) await openCase(folder, question, new Date(0));
    const noted = (await listCases(folder)).map(({ id, question }) => [id, question.tree]);
    expect(noted).toHaveLength(2);
    expect(noted).toEqual(
      expect.arrayContaining([released, ground].map(({ question }) => [ground.case, question.tree])),
    );
  });
});

describe('when an older version recorded a stop by its number', () => {
  const tip = (latch: readonly string[]) => ({ commit: 'c', statement: { predicate: { latch } } }) as never;

  it.each([
    ['by its number', () => release()],
    ['by its whole question', () => release({ question: caseDigest(released.question) })],
  ])('a release %s ends it', (_, made) => {
    expect(latchOfTip(tip([ground.case ?? '']), releasedIn({ releases: [made()] }))).toEqual([]);
    expect(latchOfTip(tip(['00000000']), releasedIn({ releases: [made()] }))).toEqual(['00000000']);
  });
});
