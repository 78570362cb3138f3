import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filePairs, readSide } from '../testing/case-files.ts';
import { localSyntax } from '../testing/local-syntax.ts';
import { judgeSuppressions } from './judge-suppressions.ts';

/** A suppression as a person writes it down. */
interface Expected {
  readonly tool: string;
  readonly rules: readonly string[];
  readonly file: string;
  readonly line: number;
}

/** What is edited under a directive is new code there, either way. */
const EDITED: ReadonlySet<string> = new Set(['stop.bandit-other-arguments-under-an-old-nosec']);

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).sort();
const syntax = localSyntax();

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected[];
  const before = readSide(new URL(`${name}/before/`, folder), 'before');
  const after = readSide(new URL(`${name}/after/`, folder), 'after');

  it('stops or passes as its name says', () => {
    expect(name).toMatch(/^(?:ok|stop)\./u);
    expect(expected.length > 0).toBe(name.startsWith('stop.'));
  });

  it('says what is expected and nothing else', async () => {
    expect(await said(before, after)).toEqual(expected);
  });

  it('says nothing about the way back of a stop, which takes a suppression away', async () => {
    if (name.startsWith('stop.') && !EDITED.has(name)) expect(await said(after, before)).toEqual([]);
  });

  it('says nothing where nothing changed', async () => {
    expect(await said(after, after)).toEqual([]);
  });
});

describe('when the cases are counted', () => {
  it.each(['ok.', 'stop.'])('there are at least thirty-two %s', (prefix) => {
    expect(names.filter((name) => name.startsWith(prefix)).length).toBeGreaterThanOrEqual(32);
  });
});

async function said(
  before: ReturnType<typeof readSide>,
  after: ReturnType<typeof readSide>,
): Promise<readonly Expected[]> {
  const found = await judgeSuppressions(filePairs(before, after), syntax, { settings: after });
  return found.map(({ tool, rules, location }) => ({ tool, rules, file: location.file, line: location.line }));
}
