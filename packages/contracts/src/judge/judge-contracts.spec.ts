import { describe, expect, it } from 'vitest';
import { evaluate, explain, type FileEvaluation, judgeContracts, parseContracts } from '../index.ts';

const contracts = parseContracts(
  `{ "contracts": [{ "id": "guarded", "why": "Routes are guarded", "files": "**/*.{js,ts,py}", "cwe": "CWE-862",
    "mustHave": { "every": "router.$M($PATH, $$$)", "have": { "middleware": "guard" } } }] }`,
  'pawl.contracts.jsonc',
);

function side(files: Readonly<Record<string, string>>): readonly FileEvaluation[] {
  return Object.entries(files).map(([file, text]) => evaluate(contracts, { file, text }));
}

const OPEN = `router.get('/a', a);`;
const GUARDED = `router.get('/a', guard, a);`;

describe('when a guard is gone', () => {
  const { findings } = judgeContracts(contracts, side({ 'a.js': GUARDED }), side({ 'a.js': `\n\n${OPEN}` }));

  it('says what happened, which contract it breaks and why it is there', () => {
    expect(findings).toMatchObject([
      {
        kind: 'broken-contract',
        tool: 'contracts',
        rule: 'contract-must-have',
        severity: 'high',
        cwe: ['CWE-862'],
        location: { file: 'a.js', line: 3, symbol: '' },
        message:
          '`router.get("/a",a)` has no `guard` before its handler. This breaks the contract "guarded": Routes are guarded.',
      },
    ]);
  });

  it('has an identity without path and line', () => {
    const moved = judgeContracts(contracts, side({ 'a.js': GUARDED }), side({ 'b/c.ts': OPEN })).findings;
    expect(moved[0]?.fingerprint).toBe(findings[0]?.fingerprint);
  });
});

describe('when what is broken was broken before', () => {
  it.each([
    ['it moves to another file', { 'a.js': OPEN }, { 'b.js': OPEN }],
    ['it is formatted', { 'a.js': OPEN }, { 'a.js': `router.get(\n  "/a",\n  a,\n);` }],
    ['its handler is edited', { 'a.js': OPEN }, { 'a.js': `router.get('/a', async (req, res) => { res.end(); });` }],
    ['one of two is mended', { 'a.js': `${OPEN}\n${OPEN}` }, { 'a.js': `${OPEN}\n${GUARDED}` }],
  ])('%s, and nothing is said', (_, base, head) => {
    expect(judgeContracts(contracts, side(base), side(head)).findings).toEqual([]);
  });

  it('a second copy of it is new', () => {
    const base = side({ 'a.js': OPEN });
    expect(judgeContracts(contracts, base, side({ 'a.js': `${OPEN}\n${OPEN}` })).findings).toHaveLength(1);
  });

  it('to mend one does not pay for another that breaks', () => {
    const base = side({ 'a.js': `${OPEN}\nrouter.get('/b', guard, b);` });
    const head = side({ 'a.js': `${GUARDED}\nrouter.get('/b', b);` });
    expect(judgeContracts(contracts, base, head).findings).toHaveLength(1);
  });
});

describe('when a file cannot be read to the end', () => {
  it('says so, and judges what there is', () => {
    const [evaluation] = side({ 'a.js': `${GUARDED}\nfunction ( {` });
    expect(evaluation).toMatchObject({ notExamined: { code: 'syntax-error' }, contracts: [{ subjects: 1 }] });
  });

  it.each([
    ['too-deep', '('.repeat(5_000)],
    ['too-large', 'a;'.repeat(600_000)],
  ])('%s is no answer', (code, text) => {
    expect(side({ 'a.js': text })).toMatchObject([{ notExamined: { code }, contracts: [] }]);
  });
});

describe('when a flow was not read', () => {
  it('says so instead of finding nothing', () => {
    const flow = parseContracts(
      `{ "contracts": [{ "id": "f", "why": "Input is cleaned first.", "files": "*.js",
        "flow": { "from": "req.body", "to": "query($ARG)", "through": "clean($X)" } }] }`,
      'x',
    );
    const evaluation = evaluate(flow, { file: 'a.js', text: 'query(req.body)' });
    expect(evaluation).toMatchObject({ notExamined: { code: 'no-profile' }, contracts: [{ subjects: 1 }] });
  });
});

describe('when the order of files differs', () => {
  it('the judgement is the same', () => {
    const base = side({ 'a.js': GUARDED, 'b.js': GUARDED });
    const head = side({ 'a.js': OPEN, 'b.js': OPEN });
    const told = judgeContracts(contracts, base, head).findings;
    expect(judgeContracts(contracts, base.toReversed(), head.toReversed()).findings).toEqual(told);
    expect(told).toHaveLength(2);
  });
});

describe('when evaluations are kept', () => {
  it('they are plain data', () => {
    const evaluations = side({ 'a.js': GUARDED, 'b.js': OPEN });
    expect(JSON.parse(JSON.stringify(evaluations))).toEqual(evaluations);
  });
});

describe('when somebody asks what a contract says', () => {
  it('each match is told, held or broken, and why', () => {
    const { matches, text } = explain(contracts, side({ 'a.js': GUARDED, 'b.js': OPEN }));
    expect(matches.map(({ file, held, why }) => [file, held, why])).toEqual([
      ['a.js', true, 'has `guard` before its handler'],
      ['b.js', false, 'has no `guard` before its handler'],
    ]);
    expect(text).toContain('guarded: 1 held, 1 broken.');
    expect(text).toContain('BROKEN b.js:1');
  });
});
