import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeContracts, parseContracts } from './index.ts';
import { evaluateAll } from './testing/evaluate-all.ts';

interface Expected {
  readonly verdict: 'ok' | 'stop';
  readonly findings?: readonly Told[];
}

interface Told {
  readonly rule: string;
  readonly contract: string;
  readonly severity: string;
  readonly file: string;
  readonly symbol: string;
}

type Files = Readonly<Record<string, string>>;

const folder = new URL('./cases/', import.meta.url);
const names = readdirSync(folder).sort();

describe('when a change touches what a project promised', () => {
  it.each(names)('%s', async (name) => {
    const { contracts, before, after, expected } = readCase(name);
    expect(name.startsWith(`${expected.verdict}.`)).toBe(true);
    expect(await judged(contracts, before, after)).toEqual(expected.findings ?? []);
    expect((expected.findings ?? []).length > 0).toBe(expected.verdict === 'stop');
  });
});

describe('when nothing changes', () => {
  it.each(names)('%s says nothing, before or after', async (name) => {
    const { contracts, before, after } = readCase(name);
    expect(await judged(contracts, before, before)).toEqual([]);
    expect(await judged(contracts, after, after)).toEqual([]);
  });
});

describe('when what was broken is mended again', () => {
  it.each(names.filter((name) => name.startsWith('stop.')))('%s: the way back is free', async (name) => {
    const { contracts, before, after } = readCase(name);
    expect(await judged(contracts, after, before)).toEqual([]);
  });
});

describe('the cases', () => {
  it('are half of each kind, and many', () => {
    const stops = names.filter((name) => name.startsWith('stop.'));
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(Math.abs(stops.length * 2 - names.length)).toBeLessThanOrEqual(4);
  });
});

async function judged(
  contracts: ReturnType<typeof parseContracts>,
  base: Files,
  head: Files,
): Promise<readonly Told[]> {
  const { findings } = judgeContracts(
    contracts,
    await evaluateAll(contracts, base),
    await evaluateAll(contracts, head),
  );
  return findings.map(({ rule, severity, message, location: { file, symbol } }) => ({
    rule,
    contract: /the contract "([^"]+)"/u.exec(message)?.[1] ?? '',
    severity,
    file,
    symbol,
  }));
}

function readCase(name: string): {
  readonly contracts: ReturnType<typeof parseContracts>;
  readonly before: Files;
  readonly after: Files;
  readonly expected: Expected;
} {
  const text = readFileSync(new URL(`${name}/pawl.contracts.jsonc`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected;
  return {
    contracts: parseContracts(text, `${name}/pawl.contracts.jsonc`),
    before: readSide(name, 'before'),
    after: readSide(name, 'after'),
    expected,
  };
}

function readSide(name: string, side: 'before' | 'after'): Files {
  const root = new URL(`${name}/${side}/`, folder);
  return existsSync(root) ? Object.fromEntries(filesIn(root, '')) : {};
}

function filesIn(root: URL, path: string): readonly (readonly [string, string])[] {
  return readdirSync(new URL(path, root)).flatMap((entry) => {
    const url = new URL(path + entry, root);
    return statSync(url).isDirectory()
      ? filesIn(root, `${path}${entry}/`)
      : [[path + entry, readFileSync(url, 'utf8')] as const];
  });
}
