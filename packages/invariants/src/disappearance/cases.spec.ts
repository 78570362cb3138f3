import { readdirSync, readFileSync } from 'node:fs';
import { type Finding, fingerprint } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import type { SourceText } from '../source-text.ts';
import { filePairs, readSide } from '../testing/case-files.ts';
import { localSyntax } from '../testing/local-syntax.ts';
import { classifyResolved } from './classify-resolved.ts';
import { disappeared } from './disappeared.ts';

/** A finding of base that head no longer has, as a person writes it down. */
interface Resolved {
  readonly tool: string;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

interface Expected {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
}

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).sort();
const syntax = localSyntax();

describe.each(names)('%s', (name) => {
  const read = <Data>(file: string): Data =>
    JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8')) as Data;
  const expected = read<readonly Expected[]>('expected.json');
  const before = readSide(new URL(`${name}/before/`, folder), 'before');
  const after = readSide(new URL(`${name}/after/`, folder), 'after');

  it('stops or passes as its name says', () => {
    expect(name).toMatch(/^(?:ok|stop)\./u);
    expect(expected.length > 0).toBe(name.startsWith('stop.'));
  });

  it('says what is expected and nothing else', async () => {
    const resolved = read<readonly Resolved[]>('resolved.json').map((one) => toFinding(one, before));
    const found = disappeared(await classifyResolved(resolved, filePairs(before, after), syntax));
    expect(found.map(({ rule, location: { file, line, symbol } }) => ({ rule, file, line, symbol }))).toEqual(expected);
  });
});

describe('when the cases are counted', () => {
  it.each(['ok.', 'stop.'])('there are at least twelve %s', (prefix) => {
    expect(names.filter((name) => name.startsWith(prefix)).length).toBeGreaterThanOrEqual(12);
  });
});

/** What a scanner would have said: the line is what it matched. */
function toFinding({ tool, rule, file, line }: Resolved, before: readonly SourceText[]): Finding {
  const text = before.find((source) => source.file === file)?.text ?? '';
  const snippet = (text.split('\n')[line - 1] ?? '').trim();
  expect(snippet).not.toBe('');
  return {
    tool,
    rule,
    severity: 'high',
    message: 'dangerous',
    cwe: [],
    location: { file, line, symbol: '' },
    snippet,
    fingerprint: fingerprint({ tool, rule, symbol: '', code: snippet }),
  };
}
