import { describe, expect, it } from 'vitest';
import { draftOf } from './draft.fixture.ts';
import type { Checkpoint } from './statement.ts';
import { questionDigest, readStatement, writeStatement } from './statement-text.ts';

const checkpoint: Checkpoint = { ...draftOf('one'), sequence: 2, previous: 'c'.repeat(64), latch: ['00000000'] };

describe('writeStatement', () => {
  it('gives a text that reads as what was written', () => {
    const text = writeStatement(checkpoint);
    expect(readStatement(text).predicate).toEqual(checkpoint);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it.each<[string, object]>([
    ['a loop without a name', { loop: '' }],
    ['the number zero', { sequence: 0 }],
    ['half a number', { sequence: 1.5 }],
    ['a first entry that follows another', { sequence: 1 }],
    ['a later entry that follows none', { previous: null }],
    ['a short digest', { previous: 'c'.repeat(63) }],
    ['a digest in capitals', { previous: 'C'.repeat(64) }],
    ['a repository that is none', { repository: 'main' }],
    ['an audience of its own', { audience: 'robot' }],
    ['nobody as an identity', { identity: '' }],
    ['an unpaired surrogate', { identity: '\uD800' }],
    ['a question less one field', { question: { ...checkpoint.question, tools: undefined } }],
    ['a question with one field more', { question: { ...checkpoint.question, rule: 'x' } }],
    ['a question that is a list', { question: [] }],
    ['a revision for a tree', { question: { ...checkpoint.question, tree: 'HEAD' } }],
    ['a tier of its own', { question: { ...checkpoint.question, tier: 'slow' } }],
    ['a lock before the first', { question: { ...checkpoint.question, lockSequence: -1 } }],
    ['an outcome that tells an agent more', { outcome: 'regression' }],
    ['the rule that fired', { rule: 'x' }],
    ['a case of nine digits', { outcome: 'stopped', case: '012345678' }],
    ['clean, with a case', { case: '01234567' }],
    ['a case latched twice', { latch: ['00000000', '00000000'] }],
    ['a latch that is no list', { latch: '00000000' }],
    ['a local time', { at: '2026-01-02T03:04:05.678+01:00' }],
    ['an instant to the second', { at: '2026-01-02T03:04:05Z' }],
    ['the thirteenth month', { at: '2026-13-02T03:04:05.678Z' }],
  ])('refuses %s', (_, wrong) => {
    expect(() => writeStatement({ ...checkpoint, ...wrong } as Checkpoint)).toThrow();
  });
});

describe('questionDigest', () => {
  it('is the same for the same question, however its fields are ordered, and for no other', () => {
    const { question } = checkpoint;
    const turned = Object.fromEntries(Object.entries(question).reverse()) as unknown as typeof question;
    expect(questionDigest(turned)).toBe(questionDigest(question));
    const others = Object.keys(question).map((field) => questionDigest({ ...question, [field]: 'other' }));
    expect(new Set([questionDigest(question), ...others]).size).toBe(8);
  });
});
