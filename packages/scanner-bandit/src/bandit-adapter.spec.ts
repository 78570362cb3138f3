import { AdapterError, type AdapterErrorCode, type Command } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { banditAdapter } from './bandit-adapter.ts';
import { HELP_SAID, pinFrom, scannerFromRecord, VERSION_SAID } from './said.fixture.ts';

const coded =
  (code: AdapterErrorCode) =>
  (error: unknown): boolean =>
    error instanceof AdapterError && error.code === code && error.next !== undefined;

describe('when Bandit is pinned', () => {
  it('it keeps the version, the tests and the Python that runs them', async () => {
    const { version, rules } = await pinFrom();
    expect(version).toBe('1.9.4');
    expect(rules.map(({ name }) => name)).toEqual(['bandit.yaml', 'python-version']);
    expect(JSON.parse(rules[0]?.text ?? '')).toEqual({ include: ['*'], tests: ['B101', 'B307'] });
    expect(rules[1]?.text).toBe('3.11\n');
  });

  it('it has another digest for another test and another Python, and not for another build of it', async () => {
    const digests = await Promise.all([
      pinFrom(),
      pinFrom(VERSION_SAID.replace('3.11.7 (main', '3.11.9 (other')),
      pinFrom(VERSION_SAID.replace('3.11.7', '3.12.1')),
      pinFrom(VERSION_SAID, `${HELP_SAID}\tB999\tplugin\n`),
    ]);
    const [same, build, python, tests] = digests.map(({ rulesDigest }) => rulesDigest);
    expect(build).toBe(same);
    expect(new Set([same, python, tests]).size).toBe(3);
  });

  it.each(['', 'bandit\n', 'bandit 1.9.4\n', 'bandit (unknown)\n  python version = 3.11.7 (x)\n', ` ${VERSION_SAID}`])(
    'it refuses an answer that names no version: %j',
    async (said) => {
      await expect(pinFrom(said)).rejects.toSatisfy(coded('version-unreadable'));
    },
  );

  it.each(['', HELP_SAID.slice(0, HELP_SAID.indexOf('\tB307')), `${HELP_SAID}something else\n`])(
    'it refuses an answer that lists no tests: %#',
    async (help) => {
      await expect(pinFrom(VERSION_SAID, help)).rejects.toSatisfy(coded('version-unreadable'));
    },
  );

  it.each([
    ['tool-missing', 'tool-missing'],
    ['tool-failed', 'version-unreadable'],
    ['timed-out', 'version-unreadable'],
  ] as const)('it takes a run that ended as %s for %s', async (code, expected) => {
    const run = (): Promise<{ kind: 'failed'; code: typeof code; why: string }> =>
      Promise.resolve({ kind: 'failed', code, why: 'no' });
    const door = { run, readFile: () => Promise.resolve(undefined), listFiles: () => Promise.resolve([]) };
    await expect(banditAdapter.pin({}, door)).rejects.toSatisfy(coded(expected));
  });
});

describe('when a pin is opened', () => {
  it('it refuses rules that are not the ones of the digest', async () => {
    const pin = await pinFrom();
    const fewer = [{ name: 'bandit.yaml', text: '{"tests":["B101"]}' }, ...pin.rules.slice(1)];
    expect(() => banditAdapter.open({}, { ...pin, rules: fewer })).toThrow(AdapterError);
    expect(() => banditAdapter.open({}, { ...pin, rules: [] })).toThrow(AdapterError);
  });

  it('it plans one run over a folder, which finds its configuration without looking for it', async () => {
    const scanner = await scannerFromRecord();
    const files = [{ file: 'a.py', blob: '1', text: 'eval(x)\n' }];
    const plan = scanner.plan({ files }) as Command;
    expect(plan.files).toEqual(files);
    expect(plan.own.map(({ name }) => name)).toEqual(['bandit.ini', 'bandit.yaml', 'python-version']);
    expect(plan.steps[0]).toEqual({ argv: ['bandit', '--version'], okStatus: [0] });
    expect(plan.steps[1]?.okStatus).toEqual([0, 1]);
    expect(plan.steps[1]?.argv).toEqual(
      expect.arrayContaining(['--ignore-nosec', '--exclude=', '--ini={own}/bandit.ini', '{files}']),
    );
  });

  it('it does not give Bandit what would keep it from the rest', async () => {
    const files = [{ file: 'a.py', blob: '1', text: '# coding: punycode\n' }];
    expect((await scannerFromRecord()).plan({ files })).toMatchObject({ files: [] });
  });
});
