import { type Cache, type Key, NO_CACHE } from '@pawl/cache';
import { resolveConfig } from '@pawl/config';
import type { StoredLock } from '@pawl/ledger';
import type { Evidence } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';
import { keptJudgement, type LastingQuestion } from './judgements.ts';
import type { Question } from './question.ts';

const locked = { tools: [], gateFiles: {}, moved: undefined };
const question: Question = {
  base: 'c0',
  baseTree: 'b0',
  head: 'c1',
  tier: 'full',
  only: undefined,
  config: resolveConfig(undefined),
  locked,
  logs: { base: { kind: 'locked', tools: [], inventory: () => Promise.reject(new Error('not asked for')) }, head: [] },
};
const asked: LastingQuestion = {
  question,
  lock: { commit: 'l0', lock: { sequence: 1 } as StoredLock['lock'] },
  tree: 't0',
};

const finding = {
  tool: 'probe',
  rule: 'R',
  severity: 'high',
  message: 'm',
  cwe: ['CWE-1'],
  location: { file: 'a', line: 1, symbol: 'f' },
  snippet: 'x',
  fingerprint: 'abc',
} as const;
const record = { file: 'a', blob: 'b', by: 'probe' };
const evidence: Evidence = {
  delta: {
    introduced: [finding],
    worsened: [],
    resolved: [],
    persisting: [{ base: finding, head: finding }],
    moved: [],
  },
  invariants: [{ ...finding, kind: 'lost-defence' }],
  suppressions: [{ tool: 'p', rules: [], scope: 'line', code: 'c', text: 't', location: finding.location }],
  gateChanges: [{ file: 'pawl.config.jsonc', change: 'modified', protects: 'gate' }],
  faults: [],
  drift: { weight: 3, limit: 10 },
  coverage: {
    base: { examined: [record], notExamined: [] },
    head: { examined: [], notExamined: [{ ...record, code: 'syntax-error', why: 'line 1' }] },
    renames: new Map([['b', 'a']]),
    deleted: new Set(['c']),
  },
};

/** A cache in memory, which holds what JSON holds. */
function memory(): Cache & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  const nameOf = (key: Key): string => JSON.stringify(key);
  return {
    ...NO_CACHE,
    entries,
    get: (key) => {
      const text = entries.get(nameOf(key));
      return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as unknown));
    },
    put: (key, value) => Promise.resolve(void entries.set(nameOf(key), JSON.stringify(value))),
  };
}

describe('when a judgement is kept', () => {
  it('the same question gets it back whole', async () => {
    const cache = memory();
    await keptJudgement(cache, asked).keep(evidence);
    expect(await keptJudgement(cache, { ...asked, question: { ...question } }).recall()).toEqual(evidence);
  });

  it('the index and a commit of the same tree are one question', async () => {
    const cache = memory();
    await keptJudgement(cache, asked).keep(evidence);
    expect(await keptJudgement(cache, { ...asked, question: { ...question, head: 'c2' } }).recall()).toEqual(evidence);
  });

  it('a log makes them two: it may say which commit it is about', async () => {
    const cache = memory();
    const told = { ...question, logs: { ...question.logs, head: ['{}'] } };
    await keptJudgement(cache, { ...asked, question: told }).keep(evidence);
    expect(await keptJudgement(cache, { ...asked, question: told }).recall()).toEqual(evidence);
    expect(await keptJudgement(cache, { ...asked, question: { ...told, head: 'c2' } }).recall()).toBeUndefined();
  });

  it.each<[string, Partial<Question>, Partial<LastingQuestion>]>([
    ['base', { base: 'c9' }, {}],
    ['tree of the base', { baseTree: 'b9' }, {}],
    ['tree that is judged', {}, { tree: 't9' }],
    ['tier', { tier: 'fast' }, {}],
    ['part', { only: 'scanners' }, {}],
    ['configuration', { config: resolveConfig({ exclude: ['a'] }) }, {}],
    ['drift', { locked: { ...locked, moved: { from: 'c9', fromTree: 'b9' } } }, {}],
    ['file of the gate', { locked: { ...locked, gateFiles: { a: 'b' } } }, {}],
    ['log', { logs: { ...question.logs, head: ['{}'] } }, {}],
    ['log of the base', { logs: { base: { kind: 'given', logs: ['{}'] }, head: [] } }, {}],
    ['commit of the lock', {}, { lock: { ...asked.lock, commit: 'l9' } }],
    ['lock', {}, { lock: { ...asked.lock, lock: { sequence: 2 } as StoredLock['lock'] } }],
  ])('it is not the answer with another %s', async (_, other, others) => {
    const cache = memory();
    await keptJudgement(cache, asked).keep(evidence);
    const another = { ...asked, ...others, question: { ...question, ...other } };
    expect(await keptJudgement(cache, another).recall()).toBeUndefined();
  });
});

describe('when what was kept is not what was judged', () => {
  const data = { ...evidence, coverage: { ...evidence.coverage, renames: [['b', 'a']], deleted: ['c'] } };
  const recalled = (value: unknown): Promise<Evidence | undefined> =>
    keptJudgement({ ...NO_CACHE, get: () => Promise.resolve(value) }, asked).recall();

  it('the data as it is written is read', async () => {
    expect(await recalled(data)).toEqual(evidence);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no coverage', { ...data, coverage: undefined }],
    ['half a coverage', { ...data, coverage: { ...data.coverage, head: { examined: [] } } }],
    ['no renames', { ...data, coverage: { ...data.coverage, renames: undefined } }],
    ['a rename of one name', { ...data, coverage: { ...data.coverage, renames: [['b']] } }],
    ['deleted files that are none', { ...data, coverage: { ...data.coverage, deleted: [1] } }],
    ['half a comparison', { ...data, delta: { introduced: [] } }],
    ['a pair of one', { ...data, delta: { ...data.delta, moved: [{ base: finding }] } }],
    ['an unknown severity', { ...data, delta: { ...data.delta, introduced: [{ ...finding, severity: 'none' }] } }],
    ['a finding that is nowhere', { ...data, invariants: [{ ...finding, kind: 'lost-defence', location: {} }] }],
    ['an invariant of no kind', { ...data, invariants: [finding] }],
    ['a suppression of no text', { ...data, suppressions: [{ ...data.suppressions?.[0], text: undefined }] }],
    ['a drift of no weight', { ...data, drift: { limit: 1 } }],
    ['a stop of the loop', { ...data, latch: [] }],
    ['no changes of the gate', { ...data, gateChanges: undefined }],
    ['faults that are none', { ...data, faults: ['x'] }],
  ])('it is judged again: %s', async (_, value) => {
    expect(await recalled(value)).toBeUndefined();
  });
});
