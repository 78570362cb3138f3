import { describe, expect, it } from 'vitest';
import { evaluate, judgeContracts, parseContracts, scopeOf, stillNeeded } from './index.ts';

const contracts = parseContracts(
  `{ "contracts": [
    { "id": "guarded", "why": "Routes are guarded here.", "files": "routes/*.js",
      "mustHave": { "every": "router.$M($PATH, $$$)", "have": { "middleware": "guard" } } },
    { "id": "audited", "why": "Somebody writes it down.", "files": "lib/*.js", "mustStay": { "called": "audit" } },
  ] }`,
  'pawl.contracts.jsonc',
);

const FILES = ['routes/a.js', 'routes/b.js', 'lib/a.js', 'lib/b.js', 'README.md'];
const at = (file: string, text: string): ReturnType<typeof evaluate> => evaluate(contracts, { file, text });

describe('when one file changed', () => {
  it('contracts about single matches need that file alone', () => {
    expect(scopeOf(contracts, ['routes/a.js', 'README.md'], FILES)).toEqual({
      changed: ['routes/a.js'],
      unchanged: [],
    });
  });

  it('contracts about the whole need the other files that they speak of', () => {
    expect(scopeOf(contracts, ['lib/a.js'], FILES)).toEqual({ changed: ['lib/a.js'], unchanged: ['lib/b.js'] });
  });
});

describe('when the last match in what changed is gone', () => {
  const base = [at('routes/a.js', `router.get('/a', guard, a);`)];
  const head = [at('routes/a.js', '')];

  it('the other files tell whether the contract has lost its subject', () => {
    expect(stillNeeded(contracts, base, head, FILES)).toEqual(['routes/b.js']);
    const rest = at('routes/b.js', `router.get('/b', guard, b);`);
    expect(judgeContracts(contracts, [...base, rest], [...head, rest]).findings).toEqual([]);
    expect(judgeContracts(contracts, base, head).findings).toMatchObject([
      { rule: 'contract-lost-its-subject', severity: 'high' },
    ]);
  });

  it('nothing more is needed where a match is left', () => {
    expect(stillNeeded(contracts, base, base, FILES)).toEqual([]);
  });
});

describe('when a contract matches nothing on both sides', () => {
  it('warns, where all files were looked at', () => {
    const side = [at('lib/a.js', 'audit();')];
    expect(judgeContracts(contracts, side, side).warnings.map(({ contract }) => contract)).toEqual(['guarded']);
    expect(judgeContracts(contracts, side, side, { whole: false }).warnings).toEqual([]);
  });
});
