import type { NotExaminedCode } from '@pawl/findings';
import type { Scanner, ScanResult, SourceFile } from '@pawl/scanner';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Means } from './means.ts';
import type { Results } from './results.ts';
import { scanFiles } from './scan-files.ts';
import type { Version } from './version.ts';

/** What the scanner was given, run by run. */
let runs: string[][];
/** What it cannot examine, by the path in the request. */
let blind: Map<string, NotExaminedCode>;
let kept: Map<string, ScanResult>;
let means: Means;
beforeEach(() => {
  runs = [];
  blind = new Map();
  kept = new Map();
  const results: Results = {
    recall: (_, content) => Promise.resolve(kept.get(content.join(' '))),
    keep: (_, content, result) => Promise.resolve(void kept.set(content.join(' '), result)),
  };
  means = {
    results,
    run: async (invocation) => ({
      kind: 'done',
      value: invocation.kind === 'in-process' ? await invocation.run() : undefined,
    }),
    surround: (findings) => Promise.resolve(findings.map(() => ({ symbol: '', snippet: 'x' }))),
    trees: { base: undefined, head: undefined },
    scanning: () => undefined,
  };
});

/** Finds something in the first line of every file. */
const scanner: Scanner = {
  name: 'probe',
  scope: 'file',
  version: '1',
  rulesDigest: 'd',
  owes: () => true,
  plan: ({ files }) => {
    runs.push(files.map(({ file }) => file));
    return { kind: 'in-process', run: () => Promise.resolve() };
  },
  read: (_, { files }) => {
    const isBlind = ({ file }: SourceFile): boolean => blind.has(file);
    return {
      findings: files
        .filter((source) => !isBlind(source))
        .map(({ file }) => ({ tool: 'probe', rule: 'R', severity: 'low', message: 'm', cwe: [], file, line: 1 })),
      coverage: {
        examined: files.filter((source) => !isBlind(source)).map(({ file, blob }) => ({ file, blob, by: 'probe' })),
        notExamined: files.filter(isBlind).map(({ file, blob }) => {
          return { file, blob, by: 'probe', code: blind.get(file) ?? 'too-deep', why: `look at ${file}` };
        }),
      },
    };
  },
};

const text = (file: string, blob: string): Version => ({ kind: 'text', file, blob, text: 'x' });
const change = {
  base: [text('a', '1'), text('same', '0')],
  head: [text('a', '2'), text('same', '0'), text('new', '3')],
};

describe('when both sides of a change are scanned', () => {
  it('one run gets both, each in its folder, and what is the same on both sides once', async () => {
    await scanFiles(scanner, change, means);
    expect(runs).toEqual([['base/a', 'head/same', 'head/a', 'head/new']]);
  });

  it('each side gets its findings and its coverage, under real paths', async () => {
    const { base, head } = await scanFiles(scanner, change, means);
    expect(base.findings.map(({ location }) => location.file)).toEqual(['a', 'same']);
    expect(head.findings.map(({ location }) => location.file)).toEqual(['a', 'same', 'new']);
    expect(base.coverage.examined.map(({ file, blob }) => [file, blob])).toEqual([['a', '1'], ['same', '0']]); // prettier-ignore
    expect(head.coverage.examined).toHaveLength(3);
  });

  it('a person is not told of folders that are not theirs', async () => {
    blind.set('head/a', 'syntax-error');
    const { head } = await scanFiles(scanner, change, means);
    expect(head.coverage.notExamined).toEqual([
      { file: 'a', blob: '2', by: 'probe', code: 'syntax-error', why: 'look at a' },
    ]);
  });
});

describe('when something is known from before', () => {
  it('only the rest is scanned, and the answer is the same', async () => {
    const first = await scanFiles(scanner, { base: change.base, head: [] }, means);
    const second = await scanFiles(scanner, change, means);
    expect(runs[1]).toEqual(['head/a', 'head/new']);
    expect(second.base).toEqual(first.base);
    kept.clear();
    expect(await scanFiles(scanner, change, means)).toEqual(second);
  });

  it('nothing is scanned when everything is known', async () => {
    const first = await scanFiles(scanner, change, means);
    expect(await scanFiles(scanner, change, means)).toEqual(first);
    expect(runs).toHaveLength(1);
  });

  it.each(['syntax-error', 'timed-out', 'tool-failed'] as const)(
    'what was not examined is scanned again: %s',
    async (code) => {
      blind.set('head/a', code);
      await scanFiles(scanner, change, means);
      expect([...kept.keys()]).toEqual(['a 1', 'same 0', 'new 3']);
    },
  );

  it.each(['timed-out', 'tool-failed'] as const)('a fault is judged as if nothing were known: %s', async (code) => {
    await scanFiles(scanner, { base: change.base, head: [] }, means);
    for (const file of ['base/a', 'head/a']) blind.set(file, code);
    const { base } = await scanFiles(scanner, change, means);
    expect(runs.at(-1)).toEqual(['base/a', 'head/same', 'head/a', 'head/new']);
    expect(base.coverage.notExamined.map(({ file }) => file)).toEqual(['a']);
  });

  it('a result that is about another content is not taken', async () => {
    await scanFiles(scanner, change, means);
    kept.set('a 2', kept.get('a 1') as ScanResult);
    await scanFiles(scanner, change, means);
    expect(runs.at(-1)).toEqual(['head/a']);
  });
});
