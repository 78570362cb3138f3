import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@pawl/verdict';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { journalOf, type Scratch, scratch } from './scratch.fixture.ts';
import { todoAdapter, todoProgram } from './todo-adapter.fixture.ts';

vi.mock('@pawl/scanner-bandit', () => ({ banditAdapter: todoAdapter }));

const CONFIG = `{ "scanners": { "bandit": true, "javascript": false, "python": false, "secrets": false } }`;
const START = { 'pawl.config.jsonc': CONFIG, 'words.txt': 'TODO\n', 'a.txt': 'one\nTODO old\n', 'b.txt': 'two\n' };

let here: Scratch;
beforeEach(() => {
  here = scratch();
  here.install('todo', todoProgram('1.2.3', journalOf(here.root)));
});

/** Locked, and with what the tools wrote down meanwhile already read. */
async function locked(): Promise<string> {
  here.commit(START);
  const { stored } = await here.lock();
  here.journal();
  return stored.commit;
}

function said({ outcome, reasons }: Verdict): readonly string[] {
  return [outcome, ...reasons.map(({ kind, file, rule }) => [kind, file, rule].filter(Boolean).join(' '))];
}

describe('when a person accepted files that no scanner reads', () => {
  const accepting = CONFIG.replace('{', '{ "acceptUnexamined": ["**/*.txt"],');

  it('S07 a tool that is gone is "could not tell" all the same', async () => {
    here.commit({ ...START, 'pawl.config.jsonc': accepting });
    await here.lock();
    here.stage({ 'b.txt': 'two\nTODO new\n' });
    here.uninstall('todo');
    expect((await here.check({ cache: false })).verdict.outcome).toBe('inconclusive');
  });
});

describe('when a person locks', () => {
  it('the lock pins version and rules, and keeps the text of the rules beside itself', async () => {
    here.commit(START);
    const { stored, inventory } = await here.lock();
    const [tool] = stored.lock.tools.filter(({ name }) => name === 'bandit');
    expect(tool).toMatchObject({ version: '1.2.3', rulesDigest: 'TODO\n', rules: [{ name: 'words.txt' }] });
    expect(here.git('show', `${stored.commit}:tools/bandit/words.txt`)).toBe('TODO');
    expect(inventory.findings.map(({ location }) => location)).toEqual([{ file: 'a.txt', line: 2, symbol: '' }]);
    expect(inventory.coverage.examined.filter(({ by }) => by === 'bandit').map(({ file }) => file)).toEqual([
      'a.txt',
      'b.txt',
    ]);
  });

  it('the rules are those of the commit and not those that lie about', async () => {
    here.commit(START);
    here.write({ 'words.txt': 'nothing\n' });
    expect((await here.lock()).inventory.findings).toHaveLength(1);
  });

  it('all files go to the tool in one run', async () => {
    here.commit(START);
    await here.lock();
    expect(here.journal()).toEqual(['scan ./head/a.txt', 'scan ./head/b.txt']);
  });

  it('a tool that is not there refuses the lock and says what mends it', async () => {
    here.commit(START);
    here.uninstall('todo');
    await expect(here.lock()).rejects.toMatchObject({ code: 'tool-missing', next: 'pip install todo' });
  });

  it('rules that are not in the commit refuse the lock', async () => {
    here.commit({ 'pawl.config.jsonc': CONFIG });
    await expect(here.lock()).rejects.toMatchObject({ code: 'rules-missing' });
  });
});

describe('when a change is judged against the lock', () => {
  it('what a tool finds new is a reason, and what was there is none', async () => {
    await locked();
    here.stage({ 'a.txt': 'zero\none\nTODO old\n', 'b.txt': 'two\nTODO new\n' });
    const { verdict } = await here.check();
    expect(said(verdict)).toEqual(['regression', 'introduced-finding b.txt word', 'severity-total']);
  });

  it('both sides go to the tool in one run, each in a folder of its own', async () => {
    await locked();
    here.stage({ 'a.txt': 'TODO old, rewritten\n' });
    await here.check({ cache: false });
    expect(here.journal()).toEqual(['scan ./base/a.txt', 'scan ./head/a.txt']);
  });

  it('what is the same on both sides goes to the tool once', async () => {
    await locked();
    here.git('update-index', '--chmod=+x', 'a.txt');
    const { verdict } = await here.check({ cache: false });
    expect(here.journal()).toEqual(['scan ./head/a.txt']);
    expect(verdict.outcome).toBe('clean');
  });

  it('the base is known since it was locked', async () => {
    await locked();
    here.stage({ 'a.txt': 'TODO old, rewritten\n' });
    await here.check();
    expect(here.journal()).toEqual(['scan ./head/a.txt']);
  });

  it('the base is known from the lock on a machine that never saw it', async () => {
    await locked();
    here.stage({ 'a.txt': 'TODO old\nTODO new\n' });
    rmSync(join(here.root, 'cache'), { recursive: true });
    const { verdict } = await here.check();
    expect(here.journal()).toEqual(['scan ./head/a.txt']);
    expect(said(verdict)).toEqual(['regression', 'introduced-finding a.txt word', 'severity-total']);
  });

  it('with --no-cache everything is scanned again, and nothing is kept', async () => {
    await locked();
    rmSync(join(here.root, 'cache'), { recursive: true });
    here.stage({ 'a.txt': 'TODO old\nTODO new\n' });
    for (let time = 0; time < 2; time += 1) {
      await here.check({ cache: false });
      expect(here.journal()).toEqual(['scan ./base/a.txt', 'scan ./head/a.txt']);
    }
    expect(existsSync(join(here.root, 'cache'))).toBe(false);
  });

  it('a second check of the same tree runs nothing, even when the tool is gone', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    const first = await here.check();
    here.journal();
    here.uninstall('todo');
    const second = await here.check();
    expect(here.journal()).toEqual([]);
    expect({ ...second.verdict, timings: {} }).toEqual({ ...first.verdict, timings: {} });
  });

  it('checks at once give one answer', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    const answers = await Promise.all([here.check(), here.check(), here.check()]);
    const [first, ...others] = answers.map(({ verdict }) => ({ ...verdict, timings: {} }));
    expect(first?.outcome).toBe('regression');
    for (const other of others) expect(other).toEqual(first);
  });

  it('rules that the change rewrites judge nothing', async () => {
    await locked();
    here.stage({ 'words.txt': 'harmless\n', 'b.txt': 'TODO new\n' });
    expect((await here.check()).verdict.outcome).toBe('regression');
  });

  it('a configuration that the change rewrites turns no tool off', async () => {
    await locked();
    here.stage({ 'pawl.config.jsonc': '{}', 'b.txt': 'TODO new\n' });
    expect(said((await here.check()).verdict)).toContain('introduced-finding b.txt word');
  });

  it('the fast tier runs no tool', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    expect((await here.check({ tier: 'fast' })).verdict.outcome).toBe('clean');
    expect(here.journal()).toEqual([]);
  });

  it('rules in the lock that were changed are a damaged lock', async () => {
    const commit = await locked();
    const [tree, blob] = [here.git('rev-parse', `${commit}^{tree}`), here.git('rev-parse', 'HEAD:b.txt')];
    const index = { GIT_INDEX_FILE: join(here.root, 'index') };
    Object.assign(here.context.env, index);
    here.git('read-tree', tree);
    here.git('update-index', '--add', '--cacheinfo', `100644,${blob},tools/bandit/words.txt`);
    const forged = here.git('commit-tree', here.git('write-tree'), '-m', 'x');
    delete (here.context.env as Record<string, string>)['GIT_INDEX_FILE'];
    here.git('update-ref', 'refs/pawl/lock/main', forged);
    rmSync(join(here.root, 'state'), { recursive: true });
    here.stage({ 'b.txt': 'TODO new\n' });
    await expect(here.check()).rejects.toMatchObject({ code: 'corrupt-lock' });
  });
});

describe('when the tool cannot do its work', () => {
  it.each([true, false])(
    'one that is gone is "could not tell", whatever is known of the base (cache: %s)',
    async (cache) => {
      await locked();
      here.stage({ 'a.txt': 'TODO rewritten\n' });
      here.uninstall('todo');
      const { verdict } = await here.check({ cache });
      expect(said(verdict)).toEqual(['inconclusive', 'not-examined a.txt tool-failed']);
      expect(verdict.reasons[0]?.message).toContain('next: install bandit 1.2.3');
    },
  );

  it.each([true, false])('E13 another version is "could not tell", with what mends it (cache: %s)', async (cache) => {
    await locked();
    here.stage({ 'a.txt': 'TODO rewritten\n' });
    here.install('todo', todoProgram('1.2.4', journalOf(here.root)));
    const { verdict } = await here.check({ cache });
    expect(said(verdict)).toEqual(['inconclusive', 'not-examined a.txt tool-failed']);
    expect(verdict.reasons[0]?.message).toContain('next: pip install todo==1.2.3');
  });

  it('nothing of a run that failed is kept', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    here.install('todo', '#!/bin/sh\nexit 7\n');
    expect((await here.check()).verdict.outcome).toBe('inconclusive');
    here.install('todo', todoProgram('1.2.3', journalOf(here.root)));
    expect((await here.check()).verdict.outcome).toBe('regression');
  });
});

describe('when the cache is not what it was', () => {
  it.each([
    ['deleted', (entry: string): void => rmSync(entry)],
    ['broken', (entry: string): void => writeFileSync(entry, 'junk\n')],
    ['emptied', (entry: string): void => writeFileSync(entry, '')],
  ])('the verdict is the same: entries %s', async (_, damage) => {
    await locked();
    here.stage({ 'a.txt': 'TODO old\nTODO new\n' });
    const before = await here.check();
    const files = entries();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) damage(file);
    const after = await here.check();
    expect({ ...after.verdict, timings: {} }).toEqual({ ...before.verdict, timings: {} });
  });

  it('the verdict is the same: the judgement of another question in its place', async () => {
    await locked();
    here.stage({ 'b.txt': 'two\nthree\n' });
    expect((await here.check()).verdict.outcome).toBe('clean');
    const [clean = '', ...none] = judgements();
    expect(none).toEqual([]);
    here.stage({ 'b.txt': 'TODO new\n' });
    expect((await here.check()).verdict.outcome).toBe('regression');
    const [other = ''] = judgements().filter((file) => file !== clean);
    writeFileSync(other, readFileSync(clean));
    here.journal();
    expect((await here.check()).verdict.outcome).toBe('regression');
  });
});

function entries(): readonly string[] {
  const all = readdirSync(join(here.root, 'cache'), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function judgements(): readonly string[] {
  return entries().filter((file) => readFileSync(file, 'utf8').split('\n')[1]?.startsWith('["judgement"'));
}

describe('when the same question is asked again', () => {
  it('the answer is the same to the last word, with all that it was made from', async () => {
    await locked();
    here.stage({ 'a.txt': 'TODO old\nTODO new\n' });
    here.git('mv', 'b.txt', 'c.txt');
    const first = await here.check();
    const second = await here.check();
    expect(judgements()).toHaveLength(1);
    expect({ ...second, verdict: { ...second.verdict, timings: {} } }).toEqual({
      ...first,
      verdict: { ...first.verdict, timings: {} },
    });
  });

  it('it is another one as soon as the index is', async () => {
    await locked();
    here.stage({ 'b.txt': 'two\nthree\n' });
    expect((await here.check()).verdict.outcome).toBe('clean');
    here.stage({ 'b.txt': 'TODO new\n' });
    expect((await here.check()).verdict.outcome).toBe('regression');
  });

  it('it is another one as soon as the lock is', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    expect((await here.check()).verdict.outcome).toBe('regression');
    here.commit();
    await here.lock();
    expect((await here.check()).verdict.outcome).toBe('clean');
  });

  it('a commit keeps no judgement', async () => {
    await locked();
    here.stage({ 'b.txt': 'TODO new\n' });
    await here.check({ tier: 'fast' });
    expect(judgements()).toEqual([]);
  });
});

describe('when two revisions are compared without a lock', () => {
  it('the rules are those of the base', async () => {
    const base = here.commit(START);
    const head = here.commit({ 'words.txt': 'harmless\n', 'b.txt': 'TODO new\n' });
    expect(said((await here.check({ base, head })).verdict)).toContain('introduced-finding b.txt word');
  });

  it('a tool that is not there leaves the verdict open, and the rest is judged', async () => {
    const base = here.commit(START);
    const head = here.commit({
      'b.txt': 'TODO new\n',
      'pawl.config.jsonc': CONFIG.replace('{', '{ "exclude": ["x/**"],'),
    });
    here.uninstall('todo');
    const { verdict } = await here.check({ base, head });
    expect(said(verdict)).toEqual([
      'inconclusive',
      'not-examined tool-missing',
      'gate-integrity pawl.config.jsonc gate-configuration',
    ]);
    expect(verdict.reasons[0]?.message).toContain('next: pip install todo');
  });
});
