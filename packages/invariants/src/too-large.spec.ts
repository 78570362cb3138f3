import { describe, expect, it } from 'vitest';
import { judgeInvariants } from './judge-invariants.ts';
import type { FilePair, SourceText } from './source-text.ts';
import { localSyntax } from './testing/local-syntax.ts';

const syntax = localSyntax();
const side = (blob: string, text: string): SourceText => ({ file: 'a.js', blob, text });
const lines = (count: number, line: (at: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, at) => line(at)).join(between);

const MINIFIED = lines(3_000, (at) => `function f${at}(a){return g(a,${at})}`, ';');
const WRITTEN = MINIFIED.replaceAll(';', '\n');

async function coverageOf(
  pair: FilePair,
): Promise<{ readonly base: readonly string[]; readonly head: readonly string[] }> {
  const { baseCoverage, headCoverage } = await judgeInvariants([pair], syntax);
  const [base = [], head = []] = [baseCoverage, headCoverage].map(({ examined, notExamined }) => [
    ...examined.map(() => 'examined'),
    ...notExamined.map(({ code, why }) => `${code}: ${why}`),
  ]);
  return { base, head };
}

describe('when a file is minified', () => {
  it('examines neither version where both are', async () => {
    const { base, head } = await coverageOf({ base: side('1', MINIFIED), head: side('2', `${MINIFIED};h()`) });
    expect(base).toEqual([
      expect.stringMatching(/^too-large: it is minified: a line holds \d+ pieces of code on average$/u),
    ]);
    expect(head).toEqual([expect.stringMatching(/^too-large: it is minified/u)]);
  });

  it('has lost coverage where a person wrote the locked version', async () => {
    const { base, head } = await coverageOf({ base: side('1', WRITTEN), head: side('2', MINIFIED) });
    expect(base).toEqual(['examined']);
    expect(head).toEqual([expect.stringMatching(/^too-large: it is minified/u)]);
  });
});

describe('when a file only looks minified', () => {
  it.each([
    ['is short', MINIFIED.slice(0, 30_000).replace(/[^}]*$/u, '')],
    ['holds one long string', `const data = "${'x'.repeat(200_000)}";\nf();`],
    ['says that it is generated', `/* @generated */\n${WRITTEN}`],
    ['is a table of numbers', `const a = [\n${lines(1_000, () => lines(40, String, ','), ',\n')}];`],
  ])('is examined where it %s', async (_what, text) => {
    const { base, head } = await coverageOf({ base: side('1', text), head: side('2', `${text}\nh();`) });
    expect([base, head]).toEqual([['examined'], ['examined']]);
  });
});

describe('when a change touches more than is compared', () => {
  const LONG = lines(12_000, (at) => `export const a${at} = f(${at});`);

  it('says so of both versions', async () => {
    const { base, head } = await coverageOf({ base: side('1', LONG), head: side('2', LONG.replaceAll('f(', 'g(')) });
    const touched = /^too-large: the change touches \d{6} characters of it, more than the 262144 that are compared$/u;
    expect(base).toEqual([expect.stringMatching(touched)]);
    expect(head).toEqual([expect.stringMatching(touched)]);
  });

  it('compares a small change to a file as long', async () => {
    const { base, head } = await coverageOf({ base: side('1', LONG), head: side('2', LONG.replace('f(77)', 'g(77)')) });
    expect([base, head]).toEqual([['examined'], ['examined']]);
  });
});

describe('when to compare a change takes too much work', () => {
  it('examines neither version, and finds nothing', async () => {
    const base = lines(6_000, (at) => `p(escape(trim(x${at})));`);
    const head = lines(6_000, (at) => `q(y${at}); rest(); another();`);
    const result = await judgeInvariants([{ base: side('1', base), head: side('2', head) }], syntax);
    const said = [{ code: 'too-large', why: 'to compare it with all that changed takes too much work' }];
    expect(result).toMatchObject({
      findings: [],
      baseCoverage: { examined: [], notExamined: said },
      headCoverage: { examined: [], notExamined: said },
    });
  });
});
