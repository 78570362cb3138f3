import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@pawl/verdict';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';

const CONFIG = `{ "exclude": ["vendor/**"], "scanners": { "javascript": false, "python": false, "secrets": false } }`;
const START = { 'pawl.config.jsonc': CONFIG, 'a.js': 'old();\n', 'b.js': 'fine();\n', 'vendor/v.js': 'old();\n' };

let here: Scratch;
let base: string;
beforeEach(() => {
  here = scratch();
  base = here.commit(START);
});

type Place = readonly [file: string, line: number];

/** A log of a tool that nobody here runs; gives its path. */
function log(places: readonly Place[], { name = 'CodeQL', version = '2.20.0' } = {}): string {
  const results = places.map(([uri, startLine]) => ({
    ruleId: 'js/bad',
    level: 'error',
    message: { text: 'bad' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
  }));
  const runs = [{ tool: { driver: { name, semanticVersion: version } }, results }];
  const file = `${name}-${String(places.length)}-${version}.sarif`;
  writeFileSync(join(here.root, file), JSON.stringify({ version: '2.1.0', runs }));
  return join('..', file);
}

function said({ outcome, reasons }: Verdict): readonly string[] {
  const bare = reasons.filter(({ kind }) => kind !== 'severity-total');
  return [outcome, ...bare.map(({ kind, file, rule }) => [kind, file, rule].filter(Boolean).join(' '))];
}

const OLD: readonly Place[] = [['a.js', 1]];

describe('when a log is locked', () => {
  it('its findings are in the inventory, and its tool is in the lock', async () => {
    const { stored, inventory } = await here.lock({ logs: [log([...OLD, ['vendor/v.js', 1]])] });
    expect(stored.lock.tools).toContainEqual({ name: 'log:CodeQL', version: '2.20.0', rulesDigest: '', rules: [] });
    expect(inventory.findings.map(({ tool, location }) => [tool, location.file])).toEqual([['log:CodeQL', 'a.js']]);
  });

  it('one about another tree refuses the lock', async () => {
    await expect(here.lock({ logs: [log([['gone.js', 1]])] })).rejects.toMatchObject({ code: 'stale' });
    await expect(here.lock({ logs: [log([['a.js', 99]])] })).rejects.toMatchObject({ code: 'stale' });
  });

  it.each(['nothing.sarif', '.'])('one that cannot be read refuses the lock: %s', async (path) => {
    await expect(here.lock({ logs: [path] })).rejects.toMatchObject({ code: 'log-unreadable' });
  });
});

describe('when a log is judged against the lock', () => {
  beforeEach(async () => {
    await here.lock({ logs: [log(OLD)] });
    here.stage({ 'a.js': '// moved\nold();\n', 'b.js': 'bad();\n' });
  });

  it('what was locked is no reason, wherever it moved in its file', async () => {
    expect(said((await here.check({ logs: [log([['a.js', 2]])] })).verdict)).toEqual(['clean']);
  });

  it('what is new is one', async () => {
    const { verdict } = await here.check({ logs: [log([['a.js', 2], ['b.js', 1]])] }); // prettier-ignore
    expect(said(verdict)).toEqual(['regression', 'introduced-finding b.js js/bad']);
  });

  it('logs of one tool are one log', async () => {
    const logs = [log([['b.js', 1]]), log([['a.js', 2], ['b.js', 1]])]; // prettier-ignore
    expect(
      (await here.check({ logs })).verdict.reasons.filter(({ kind }) => kind === 'introduced-finding'),
    ).toHaveLength(2);
  });

  it('none at all is "could not tell": a tool that is silent may have found anything', async () => {
    expect(said((await here.check()).verdict)).toEqual(['inconclusive', 'not-examined log-missing']);
  });

  it('S04 what is new in code that moved into an excluded folder is a reason', async () => {
    here.stage({ 'b.js': START['b.js'] });
    here.git('mv', 'b.js', 'vendor/b.js');
    const { verdict } = await here.check({ logs: [log([['a.js', 2], ['vendor/b.js', 1]])] }); // prettier-ignore
    expect(said(verdict)).toContain('introduced-finding vendor/b.js js/bad');
  });

  it('a commit does not wait for logs', async () => {
    expect(said((await here.check({ tier: 'fast' })).verdict)).toEqual(['clean']);
  });

  it('E13 another version is "could not tell"', async () => {
    const { verdict } = await here.check({ logs: [log([['a.js', 2]], { version: '2.21.0' })] });
    expect(said(verdict)).toEqual(['inconclusive', 'not-examined tool-changed']);
  });

  it('a tool that the lock does not know is "could not tell", with what mends it', async () => {
    const logs = [log([['a.js', 2]]), log([], { name: 'Other' })];
    const { verdict } = await here.check({ logs });
    expect(said(verdict)).toEqual(['inconclusive', 'not-examined tool-not-locked']);
    expect(verdict.reasons[0]?.message).toContain('pawl lock --sarif FILE');
  });

  it('a log of another tree is "could not tell"', async () => {
    const { verdict } = await here.check({ logs: [log([['gone.js', 1]])] });
    expect(said(verdict)).toEqual(['inconclusive', 'not-examined stale']);
  });

  it('O01 a log cannot speak for a scanner of ours', async () => {
    const { verdict } = await here.check({ logs: [log([['a.js', 2]]), log([], { name: 'bandit' })] });
    expect(said(verdict)).toEqual(['inconclusive', 'not-examined tool-not-locked']);
  });

  it('a log of the base is refused: the lock has it', async () => {
    await expect(here.check({ baseLogs: [log(OLD)] })).rejects.toMatchObject({ code: 'base-log-with-lock' });
  });
});

describe('when logs of two revisions are compared', () => {
  it('what only the second has is new', async () => {
    const head = here.commit({ 'b.js': 'bad();\n' });
    const logs = [log([...OLD, ['b.js', 1]])];
    const { verdict } = await here.check({ base, head, logs, baseLogs: [log(OLD)] });
    expect(said(verdict)).toEqual(['regression', 'introduced-finding b.js js/bad']);
  });

  it.each([
    ['the base', { logs: OLD }, 'tool-not-locked'],
    ['what is judged', { baseLogs: OLD }, 'log-missing'],
  ] as const)('one that is missing for %s is "could not tell"', async (_, given, code) => {
    const head = here.commit({ 'b.js': 'bad();\n' });
    const request = Object.fromEntries(Object.entries(given).map(([key, places]) => [key, [log(places)]]));
    expect(said((await here.check({ base, head, ...request })).verdict)).toEqual([
      'inconclusive',
      `not-examined ${code}`,
    ]);
  });
});
