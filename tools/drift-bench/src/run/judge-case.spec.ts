import { describe, expect, it } from 'vitest';
import type { Case } from '../dataset/case.ts';
import type { Gate, GateReason, Judgement } from '../gate/gate.ts';
import { inProcessGate } from '../gate/in-process-gate.ts';
import { installedSyntax } from '../testing/installed-syntax.ts';
import { fixRow } from '../testing/rows.ts';
import { judgeCase } from './judge-case.ts';

const HEAD = 'function read(path) {\n  return load(path);\n}\n';
const BASE = HEAD.replace('return', "if (!inside(path)) throw new Error('no');\n  return");
const syntax = installedSyntax();

const CASE: Case = {
  row: fixRow(),
  kind: 'regression',
  pairs: [{ base: { file: 'a.js', blob: 'b', text: BASE }, head: { file: 'a.js', blob: 'h', text: HEAD } }],
  unread: [],
  revisions: () => Promise.reject(new Error('nobody asked for revisions')),
};

const reason = (over: Partial<GateReason>): GateReason => ({
  file: 'a.js',
  line: 1,
  symbol: 'read',
  rule: 'lost-guard',
  message: 'm',
  ...over,
});

const saying = (over: Partial<Judgement>): Gate => ({
  judge: () => Promise.resolve({ score: 0.5, reasons: [], notExamined: 0, ms: 1, ...over }),
});

describe('when the engine judges a check that was taken out', () => {
  it('it stops, and names the file and the function', async () => {
    const row = await judgeCase(CASE, { gate: inProcessGate(syntax), syntax, threshold: 0.01 });
    expect(row).toMatchObject({ stop: true, located: { file: true, symbol: true } });
    expect(row).not.toHaveProperty('fault');
  });
});

describe('when a case is judged', () => {
  it('its size is that of both versions, and of the lines that differ', async () => {
    const row = await judgeCase(CASE, { gate: saying({}), syntax, threshold: 1 });
    expect(row).toMatchObject({ bytes: BASE.length + HEAD.length, lines: 1, score: 0.5, stop: false });
  });

  it('it is stopped from the threshold on', async () => {
    const row = await judgeCase(CASE, { gate: saying({ score: 0.7 }), syntax, threshold: 0.7 });
    expect(row.stop).toBe(true);
  });

  it.each([
    ['the function', [reason({})], { file: true, symbol: true }],
    ['another function', [reason({ symbol: 'write' })], { file: true, symbol: false }],
    ['another file', [reason({ file: 'b.js' })], { file: false, symbol: false }],
    ['both, one of them right', [reason({ symbol: '' }), reason({})], { file: true, symbol: true }],
    ['nothing', [], null],
  ])('where it is said to be is compared with where it is: %s', async (_, reasons, located) => {
    const row = await judgeCase(CASE, { gate: saying({ reasons }), syntax, threshold: 0.1 });
    expect(row.located).toEqual(located);
  });

  it('a change of module code has no symbol to name', async () => {
    const pairs = [
      { base: { file: 'a.js', blob: 'b', text: 'x();\n' }, head: { file: 'a.js', blob: 'h', text: 'y();\n' } },
    ];
    const row = await judgeCase(
      { ...CASE, pairs },
      { gate: saying({ reasons: [reason({})] }), syntax, threshold: 0.1 },
    );
    expect(row.located).toEqual({ file: true, symbol: null });
  });
});
