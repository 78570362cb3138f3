import type { NotExamined, Suppression } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { changedBy, type TreeChange, type TreeState } from './tree-state.ts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const NO_TESTS = { all: 0, of: { injection: 0, 'boundary conditions': 0, 'authentication paths': 0 } };
const silenced = (file: string): Suppression => ({
  ...{ tool: 'eslint', rules: ['no-eval'], scope: 'line', code: 'eval(x)', text: '// eslint-disable-line' },
  location: { file, line: 1, symbol: '' },
});
const blind = (file: string): NotExamined => ({
  file,
  blob: '1',
  by: 'javascript',
  code: 'too-large',
  why: 'it is large',
});

const STATE: TreeState = {
  findings: { ...NONE, high: 1, low: 3 },
  weightedTotal: 13,
  defences: 10,
  tests: { all: 2, of: { ...NO_TESTS.of, injection: 2 } },
  suppressions: [silenced('a.js'), silenced('b.js')],
  examined: new Set(['a.js', 'b.js', 'c.js']),
  notExamined: [blind('huge.js')],
};

const NO_CHANGE: TreeChange = {
  ...{ findings: NONE, introduced: 0, resolved: 0, lost: 0, weakened: 0, defences: { gone: 0, come: 0 } },
  ...{ tests: NO_TESTS, before: [], after: { suppressions: [], examined: [], notExamined: [] }, without: [] },
};

describe('when a tree changes', () => {
  it('is what it was where nothing changed', () => {
    expect(changedBy(STATE, NO_CHANGE)).toEqual(STATE);
  });

  it('has the findings that came, without those that went, by their weight', () => {
    const change = { ...NO_CHANGE, findings: { ...NONE, critical: 1, high: -1, low: 2 } };
    const after = changedBy(STATE, change);
    expect(after.findings).toEqual({ ...NONE, critical: 1, low: 5 });
    expect(after.weightedTotal).toBe(13 + 40 - 10 + 2);
  });

  it('has no counts where they would be less than none, as with engines that are not those of the lock', () => {
    const after = changedBy(STATE, { ...NO_CHANGE, findings: { ...NONE, high: -2 } });
    expect([after.findings, after.weightedTotal]).toEqual([null, 0]);
  });

  it('says of the files that changed only what is said of them now', () => {
    const after = changedBy(STATE, {
      ...NO_CHANGE,
      before: ['a.js', 'huge.js'],
      after: { suppressions: [silenced('new.js')], examined: ['new.js', 'huge.js'], notExamined: [blind('b.min.js')] },
    });
    expect(after.suppressions).toEqual([silenced('b.js'), silenced('new.js')]);
    expect([...after.examined]).toEqual(['b.js', 'c.js', 'new.js', 'huge.js']);
    expect(after.notExamined).toEqual([blind('b.min.js')]);
  });

  it('counts defences and tests on', () => {
    const after = changedBy(STATE, {
      ...NO_CHANGE,
      defences: { gone: 3, come: 1 },
      tests: { all: -1, of: { ...NO_TESTS.of, injection: -1 } },
    });
    expect([after.defences, after.tests.all, after.tests.of.injection]).toEqual([8, 1, 1]);
  });

  it('cannot tell how many defences stand where nobody counted them before', () => {
    expect(
      changedBy({ ...STATE, defences: null }, { ...NO_CHANGE, defences: { gone: 1, come: 2 } }).defences,
    ).toBeNull();
  });
});
