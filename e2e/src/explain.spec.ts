import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn, stopped } from './support/stopped.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';
import { emptyFolder, type TestRepository } from './support/temporary-repository.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const atTheEnd = removedAfterAll();

describe('when somebody asks what a rule is', () => {
  let place: TestRepository;
  beforeAll(async () => {
    place = await emptyFolder(atTheEnd);
  });
  const explain = (...words: string[]): Promise<Ran> => place.pawl(['explain', ...words]);

  it('every rule of ours has its page, without a repository and a network', async () => {
    const pages = (await readdir(join(WORKSPACE, 'docs/rules'))).filter((file) => file !== 'README.md');
    const { rules } = JSON.parse(mustSucceed(await explain('--format', 'json'))) as { rules: { rule: string }[] };
    expect(rules.map(({ rule }) => `${rule}.md`).sort()).toEqual(pages.sort());
    expect(mustSucceed(await explain('path-to-sql'))).toContain('lets an attacker change the query');
  });

  it('it is found as a verdict names it', async () => {
    for (const words of [['invariants/lost-guard'], ['invariants', 'lost-guard'], ['LOST-GUARD']])
      expect(mustSucceed(await explain(...words)).split('\n')[0]).toBe('lost-guard');
    expect(mustSucceed(await explain('pawl/suppression')).split('\n')[0]).toBe('new-suppression');
  });

  it.each([
    ['eslint-plugin-security/detect-child-process', 'javascript child-process-exec', 'CWE-78'],
    ['B602', 'bandit B602', 'readthedocs.io'],
    ['ruff/S101', 'python S101', 'every test asserts'],
    ['semgrep/python.lang.security.audit.eval', 'semgrep python.lang.security.audit.eval', 'semgrep.dev/r/'],
    ['js/xss', 'codeql js/xss', 'codeql.github.com'],
  ])('what is known of a scanner’s is told: %s', async (name, heading, fact) => {
    const said = mustSucceed(await explain(name));
    expect([said.split('\n')[0], said.includes(fact)]).toEqual([heading, true]);
  });

  it.each([
    ['lost-gaurd', 'did you mean lost-guard?'],
    ['bandit/B6O2', 'did you mean bandit/B602?'],
    ['no/such-thing-at-all', 'our own rules are new-suppression,'],
    ['../../../package.json', 'our own rules are'],
  ])('what nobody knows is a mistake, with what was meant: %s', async (name, hint) => {
    const { status, stdout, stderr } = await explain(name);
    expect([status, stdout, stderr.replaceAll(/\s+/gu, ' ').includes(hint)]).toEqual([2, '', true]);
  });

  it('a name that is an order to a terminal is not obeyed', async () => {
    const { status, stderr } = await explain('\u001b[2J::error::x');
    expect([status, stderr.includes('\u001b')]).toEqual([2, false]);
  });
});

describe('when somebody asks what a case is', () => {
  let repository: TestRepository;
  let number: string;
  beforeAll(async () => {
    repository = await lockedRepository({ 'app.js': GUARDED_JS, 'other.js': GUARDED_JS }, atTheEnd);
    await repository.git('switch', '--quiet', '--create', 'agent/x');
    await repository.stage({ 'app.js': UNGUARDED_JS, 'other.js': UNGUARDED_JS });
    const { stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    number = caseNumberIn(stderr);
    await repository.git('switch', '--quiet', '--force', 'main');
  });

  const asPerson = (what: string, format = 'text'): Promise<Ran> =>
    atTerminal(repository, `node ${PAWL} explain ${what} --quiet --format ${format}`);

  describe('a person', () => {
    needsTerminal();

    it('learns in short why it stopped, each explanation once', async () => {
      const { status, stdout } = await asPerson(number);
      expect(status).toBe(1);
      expect(stdout).toContain(`case ${number}`);
      expect(stdout.match(/A guard is gone\./gu)).toHaveLength(1);
      expect(stdout).toMatch(/app\.js[\s\S]+other\.js/u);
      expect(stdout).toContain('pawl explain lost-guard');
    });

    it('learns of one item by its number, and by its fingerprint or the beginning of it of all that are alike', async () => {
      const { items } = JSON.parse((await asPerson(number, 'json')).stdout) as {
        items: { number: number; file: string; fingerprint: string }[];
      };
      expect(items.map(({ file }) => file).sort()).toEqual(['app.js', 'other.js']);
      const { status, stdout } = await asPerson(`${number}:2`);
      const [one, other] = [items[1]?.file ?? '?', items[0]?.file ?? '?'];
      expect([status, stdout.includes(`${one}:`), stdout.includes(`${other}:`)]).toEqual([1, true, false]);
      const prints = items.map(({ fingerprint }) => fingerprint);
      expect(prints[0]).toBe(prints[1]);
      const alike = await asPerson(prints[0]?.slice(0, 12) ?? '?');
      expect([alike.status, alike.stdout.includes('item 1, 2')]).toEqual([1, true]);
    });

    it.each(['00000000', 'abcdef0123456789'])('what nobody has is told as such: %s', async (what) => {
      expect((await asPerson(what)).status).toBe(2);
    });

    it('an item that is not there is told as such', async () => {
      const { status, stdout } = await asPerson(`${number}:99`);
      expect([status, stdout.includes('it has 2')]).toEqual([2, true]);
    });
  });

  it('an agent learns what a review tells it, whatever it asks for', async () => {
    const answers = await Promise.all(
      [number, `${number}:1`, `${number}:99`, '00000000', 'abcdef0123456789'].map((what) =>
        repository.pawl(['explain', what]),
      ),
    );
    for (const { status, stdout } of answers) expect([status, stdout]).toEqual([1, stopped(number)]);
    const { stdout } = await repository.pawl(['explain', number, '--format', 'json']);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['schema', 'kind', 'case', 'message']);
  });
});
