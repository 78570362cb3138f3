import type { Suppression } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { toldCoverage, toldMeasures, toldSuppressions, toldTests } from './told-state.ts';
import type { TreeChange, TreeState } from './tree-state.ts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const OF = { injection: 1, 'boundary conditions': 0, 'authentication paths': 0 };
const silenced = (file: string, code: string): Suppression => ({
  ...{ tool: 'eslint', rules: [], scope: 'line', code, text: code, location: { file, line: 4, symbol: '' } },
});
const blind = (file: string, by: string) => ({ file, blob: '1', by, code: 'too-large', why: 'large' }) as const;

const STATE: TreeState = {
  ...{ findings: NONE, weightedTotal: 7, defences: 10, tests: { all: 1, of: OF } },
  suppressions: [silenced('a.js', 'eval(x)'), silenced('b.js', 'exec(y)')],
  examined: new Set(['a.js']),
  notExamined: [blind('z.js', 'javascript'), blind('z.js', 'invariants'), blind('a.lua', 'invariants')],
};
const CHANGE: TreeChange = {
  ...{ findings: NONE, introduced: 2, resolved: 1, lost: 1, weakened: 1, defences: { gone: 2, come: 3 } },
  ...{ tests: STATE.tests, before: [], after: { suppressions: [], examined: [], notExamined: [] }, without: [] },
};

describe('when a state is told', () => {
  it('what became weaker is neither kept nor added', () => {
    const { defences } = toldMeasures({ state: STATE, change: CHANGE }, STATE);
    expect(defences).toEqual({ kept: 7, lost: 1, weakened: 1, added: 2 });
  });

  it('a file that two could not examine is one file', () => {
    expect(toldMeasures({ state: STATE, change: CHANGE }, STATE).notExamined).toBe(2);
    expect(toldCoverage(STATE, 3)).toMatchObject({
      checkpoint: 3,
      examined: 1,
      notExamined: [
        { path: 'a.lua', language: 'Lua' },
        { path: 'z.js', language: 'javascript', by: 'invariants' },
        { path: 'z.js', language: 'javascript', by: 'javascript' },
      ],
    });
  });

  it('what the loop silenced comes first', () => {
    const locked = { ...STATE, suppressions: [silenced('a.js', 'eval(x)')] };
    expect(toldSuppressions(STATE, locked).map(({ path, isNew }) => [path, isNew])).toEqual([
      ['b.js', true],
      ['a.js', false],
    ]);
  });

  it('tests have no present count where nobody could tell', () => {
    expect(toldTests(STATE, undefined)).toMatchObject({ floor: 1, now: null });
    expect(toldTests(STATE, STATE).byKind[0]).toEqual({ kind: 'injection', floor: 1, now: 1 });
  });
});
