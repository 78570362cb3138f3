import { createHash } from 'node:crypto';
import type { Command, ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { sarifAdapter } from './sarif-adapter.ts';
import type { SarifSettings } from './settings.ts';
import { driver, logOf, notified, type Part, resultAt, runOf, targets } from './log-of.fixture.ts';
import { door, FOLDER, pinOf, ran, request, settings, source, VERSION_TEXT } from './toy.fixture.ts';

const adapter = sarifAdapter('toy');
const scanner = (own: SarifSettings = settings) => adapter.open(own, pinOf(own));
const read = (run: Part, own: SarifSettings = settings): ScanResult => scanner(own).read(ran(logOf(run)), request);
const names = (records: readonly { readonly file: string }[]): readonly string[] => records.map(({ file }) => file);
const refused = (code: string): unknown => expect.objectContaining({ code });

describe('when a tool is pinned', () => {
  it('it is asked for its version, and that and its call are kept', async () => {
    const pin = await adapter.pin(settings, door(`${VERSION_TEXT}\n`));
    expect(pin).toEqual(pinOf());
    expect(pin.version).toBe('1.4.2');
  });

  it('it keeps the rule files of the locked commit', async () => {
    const own = { ...settings, rules: ['conf/toy.json'] };
    const pin = await adapter.pin(own, door('1.0', { 'conf/toy.json': '{"all":true}' }));
    expect(pin.rules).toEqual([{ name: 'conf/toy.json', text: '{"all":true}' }]);
    expect(adapter.open(own, pin).plan(request)).toMatchObject({ own: pin.rules });
  });

  it.each<[string, SarifSettings, string]>([
    ['the call', { ...settings, command: ['toy', '{files}'] }, VERSION_TEXT],
    ['the version', settings, 'toy version 1.4.3'],
    ['the build', settings, 'toy version 1.4.2 (built by a robot)'],
    ['the files it is for', { ...settings, files: ['.toy'] }, VERSION_TEXT],
    ['the good statuses', { ...settings, okStatus: [0, 1, 2] }, VERSION_TEXT],
  ])('it is another pin where %s is another', async (_, own, text) => {
    expect((await adapter.pin(own, door(text))).rulesDigest).not.toBe(pinOf().rulesDigest);
  });

  it('C04 it is another pin where a rule file is another', async () => {
    const own = { ...settings, rules: ['toy.json'] };
    const [one, other] = await Promise.all(
      ['{}', '{"off":1}'].map((rule) => adapter.pin(own, door('1', { 'toy.json': rule }))),
    );
    expect(one?.rulesDigest).not.toBe(other?.rulesDigest);
  });

  it('it refuses a rule file that is not in the commit', async () => {
    await expect(adapter.pin({ ...settings, rules: ['none.json'] }, door('1.0'))).rejects.toEqual(
      refused('rules-missing'),
    );
  });

  it.each([
    ['tool-missing', 'tool-missing'],
    ['tool-failed', 'version-unreadable'],
    ['timed-out', 'version-unreadable'],
  ] as const)('it says %s as %s', async (code, expected) => {
    const failing = { ...door(''), run: () => Promise.resolve({ kind: 'failed', code, why: 'no' } as const) };
    await expect(adapter.pin(settings, failing)).rejects.toEqual(refused(expected));
  });

  it('it refuses a tool that does not say its version, and a command that names none', async () => {
    await expect(adapter.pin(settings, door(''))).rejects.toEqual(refused('version-unreadable'));
    await expect(adapter.pin({ command: [] }, door('1'))).rejects.toEqual(refused('tool-missing'));
  });
});

describe('when a run is planned', () => {
  it('it asks the version first and then scans, in folders of our own', () => {
    const { steps, files, result } = scanner().plan(request) as Command;
    expect(steps).toEqual([
      { argv: ['toy', '--version'], okStatus: [0] },
      { argv: ['toy', 'scan', '--sarif={out}/toy.sarif', '{files}'], okStatus: [0, 1] },
    ]);
    expect({ files, result }).toEqual({ files: request.files, result: 'toy.sarif' });
  });

  it('it asks as the settings say', () => {
    const own = { command: ['npx', 'toy'], version: ['npx', 'toy', 'about'], okStatus: [0, 3] };
    const command = scanner(own).plan(request) as Command;
    expect(command.steps).toEqual([
      { argv: ['npx', 'toy', 'about'], okStatus: [0] },
      { argv: ['npx', 'toy'], okStatus: [0, 3] },
    ]);
    expect(command).not.toHaveProperty('result');
  });

  it('it is owed every file, or those with the endings of the settings', () => {
    expect(['x', 'a.toy', 'B.TOY'].filter(scanner().owes)).toEqual(['x', 'a.toy', 'B.TOY']);
    expect(['x', 'a.toy', 'B.TOY', 'a.toys'].filter(scanner({ ...settings, files: ['.toy'] }).owes)).toEqual([
      'a.toy',
      'B.TOY',
    ]);
  });
});

describe('when a tool did its work', () => {
  it('it gives the findings under its own name, with the paths of the request', () => {
    const { findings } = read(
      runOf({ results: [resultAt('src/a.toy', 2), resultAt(`file://${FOLDER.replace(' ', '%20')}/b.toy`)] }),
    );
    expect(findings).toEqual([
      { tool: 'sarif:toy', rule: 'T1', severity: 'medium', message: 'a toy', cwe: [], file: 'src/a.toy', line: 2 },
      { tool: 'sarif:toy', rule: 'T1', severity: 'medium', message: 'a toy', cwe: [], file: 'b.toy', line: 1 },
    ]);
  });

  it('it takes it at its word for every file where the log lists none', () => {
    expect(names(read(runOf()).coverage.examined)).toEqual(['src/a.toy', 'b.toy', 'README.md']);
  });

  it.each([
    ['lists none', runOf()],
    ['lists all', runOf(targets('src/a.toy', 'b.toy', 'README.md'))],
    [
      'lists the others and warns about it',
      runOf({ ...notified({ level: 'warning', message: { text: 'README.md' } }), ...targets('src/a.toy', 'b.toy') }),
    ],
  ])('it says nothing of files that it is not for where the log %s', (_, run) => {
    const { coverage } = read(run, { ...settings, files: ['.toy'] });
    expect(names(coverage.examined)).toEqual(['src/a.toy', 'b.toy']);
    expect(coverage.notExamined).toEqual([]);
  });

  it('S04 it does not take it at its word where the log lists other files alone', () => {
    const { coverage } = read(runOf(targets('README.md')), { ...settings, files: ['.toy'] });
    expect(coverage).toMatchObject({ examined: [], notExamined: [{ file: 'src/a.toy' }, { file: 'b.toy' }] });
  });

  it('S04 it believes a list of files that were read, and nothing beyond it', () => {
    const { coverage } = read(runOf(targets('src/a.toy')));
    expect(names(coverage.examined)).toEqual(['src/a.toy']);
    expect(coverage.notExamined).toMatchObject([
      { file: 'b.toy', blob: 'blob of b.toy', by: 'sarif:toy', code: 'no-profile' },
      { file: 'README.md', code: 'no-profile' },
    ]);
  });

  it('S03 it did not examine a file that the tool warns about', () => {
    const warned = notified({ level: 'warning', message: { text: 'cannot parse b.toy:7' } });
    const { coverage } = read(runOf({ ...warned, ...targets('src/a.toy', 'b.toy') }));
    expect(coverage.notExamined[0]).toMatchObject({ file: 'b.toy', code: 'tool-failed' });
    expect(names(coverage.examined)).toEqual(['src/a.toy']);
  });
});

describe('S03 when a tool that lists no files warns', () => {
  const at = (uri: string): Part => ({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] });

  it.each<[string, Part]>([
    ['of no file', { level: 'warning', message: { text: 'some files could not be read' } }],
    ['without a level', { message: { text: 'gave up' } }],
    ['without a word', { level: 'warning' }],
    ['of a file that is not in the tree', { ...at('gone.toy'), message: { text: 'skipped' } }],
    ['of a place outside the tree', { ...at('/etc/toy.json'), message: { text: 'a rule is broken' } }],
    ['of the whole tree', { ...at('./'), message: { text: 'gave up' } }],
  ])('it is not taken at its word for any file: %s', (_, warning) => {
    const { examined, notExamined } = read(runOf(notified(warning))).coverage;
    expect(examined).toEqual([]);
    expect(names(notExamined)).toEqual(['src/a.toy', 'b.toy', 'README.md']);
    expect(notExamined[0]).toMatchObject({ blob: 'blob of src/a.toy', by: 'sarif:toy', code: 'tool-failed' });
  });

  it('nor is it where a warning of its configuration is of no file', () => {
    const toolConfigurationNotifications = [{ message: { text: 'a rule was left out' } }];
    const run = runOf({ invocations: [{ executionSuccessful: true, toolConfigurationNotifications }] });
    expect(read(run).coverage.examined).toEqual([]);
  });

  it('S03 a file that is named like a word of the warning does not take all of it upon itself', () => {
    const files = [...request.files, source('memory')];
    const told = logOf(runOf(notified({ message: { text: 'out of memory' } })));
    expect(scanner().read(ran(told), { files }).coverage.examined).toEqual([]);
  });

  it('it tells of each file what was said of it, where something was', () => {
    const { notExamined } = read(
      runOf(notified({ message: { text: 'cannot parse b.toy' } }, { message: { text: 'gave up' } })),
    ).coverage;
    expect(notExamined.map(({ file, why }) => [file, /cannot parse|gave up/u.exec(why)?.[0]])).toEqual([
      ['src/a.toy', 'gave up'],
      ['b.toy', 'cannot parse'],
      ['README.md', 'gave up'],
    ]);
  });

  it('it examined the others where it warns of a file that it is not for', () => {
    const told = notified({ level: 'warning', message: { text: 'skipped README.md' } });
    expect(names(read(runOf(told), { ...settings, files: ['.toy'] }).coverage.examined)).toEqual([
      'src/a.toy',
      'b.toy',
    ]);
  });

  it('it did not examine what lies in a folder that it warns about', () => {
    const told = notified({ ...at('src'), message: { text: 'no permission' } });
    expect(names(read(runOf(told)).coverage.examined)).toEqual(['b.toy', 'README.md']);
  });
});

it.each(['note', 'none'])('when a tool tells a %s about a file, the file was examined all the same', (level) => {
  const told = notified({ level, message: { text: 'parsed b.toy' } });
  expect(names(read(runOf(told)).coverage.examined)).toContain('b.toy');
});

describe('U05 when a log says that its results do not count', () => {
  it.each<[string, Part]>([
    ['suppressed', { suppressions: [{ kind: 'inSource' }] }],
    ['unchanged', { baselineState: 'unchanged' }],
    ['passed', { kind: 'pass' }],
    ['of no level', { level: 'none' }],
  ])('it keeps a result that is %s', (_, more) => {
    expect(read(runOf({ results: [resultAt('b.toy', 1, more)] })).findings).toHaveLength(1);
  });
});

describe('E13 when another tool answers', () => {
  const wrong = refused('wrong-version');

  it('it refuses another version', () => {
    expect(() => scanner().read(ran(logOf(runOf()), 'toy version 1.5.0'), request)).toThrow(wrong);
  });

  it('it refuses a log of another version than the tool tells', () => {
    const other = { ...driver, semanticVersion: '1.5.0' };
    expect(() => read(runOf({ tool: { driver: other } }))).toThrow(wrong);
  });

  it('it refuses another call than the one that was pinned', () => {
    const changed = adapter.open({ ...settings, command: ['toy', '--quiet'] }, pinOf());
    expect(() => changed.read(ran(logOf(runOf())), request)).toThrow(wrong);
  });

  it('it takes a log that does not say its version', () => {
    expect(names(read(runOf({ tool: { driver: { name: 'toy' } } })).coverage.examined)).toHaveLength(3);
  });
});

describe('O03 when a tool did not do its work', () => {
  it.each<[string, Part, string]>([
    ['a failed execution', { invocations: [{ executionSuccessful: false }] }, 'failed-invocation'],
    ['an error', notified({ level: 'error', message: { text: 'out of memory' } }), 'tool-error-notification'],
    [
      'an error about one file, since a stranger may mean more by it',
      notified({ level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'b.toy' } } }] }),
      'tool-error-notification',
    ],
    ['results that are null', { results: null }, 'wrong-type'],
  ])('it refuses %s', (_, run, code) => {
    expect(() => read(runOf(run))).toThrow(refused(code));
  });
});

describe('E12 when a log is about another tree', () => {
  it.each<[string, Part]>([
    ['a result in a file that is not there', { results: [resultAt('c.toy')] }],
    ['a result beyond the end', { results: [resultAt('b.toy', 9)] }],
    ['another content', { artifacts: [{ location: { uri: 'b.toy' }, hashes: { 'sha-256': 'ab' } }] }],
  ])('it refuses %s', (_, run) => {
    expect(() => read(runOf(run))).toThrow(refused('stale'));
  });

  it('it takes the content that is judged', () => {
    const hash = createHash('sha256').update(source('b.toy').text).digest('hex').toUpperCase();
    const artifacts = [{ location: { uri: 'b.toy' }, hashes: { 'sha-256': hash, 'made-up': '0' } }];
    expect(read(runOf({ artifacts })).coverage.examined).toHaveLength(3);
  });
});
