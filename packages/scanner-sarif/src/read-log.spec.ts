import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type JudgedTree, type LoggedTool, readLog } from './read-log.ts';
import { driver, logOf, notified, type Part, resultAt, runOf, targets } from './log-of.fixture.ts';
import { request } from './toy.fixture.ts';

const COMMIT = 'c0ffee1234c0ffee1234c0ffee1234c0ffee1234';
const tree: JudgedTree = { ...request, commit: COMMIT };
const read = (run: Part, judged: JudgedTree = tree): LoggedTool => readLog(logOf(run), judged)[0] as LoggedTool;
const names = (records: readonly { readonly file: string }[]): readonly string[] => records.map(({ file }) => file);
const refused = (code: string): unknown => expect.objectContaining({ name: 'SarifError', code });

describe('when somebody gives a log', () => {
  it('it gives for each tool what it found, under a name that no scanner has', () => {
    const other = { driver: { name: 'semgrep', version: '1.0' } };
    const log = logOf(
      runOf({ results: [resultAt('b.toy', 2)] }),
      runOf({ tool: other }),
      runOf({ results: [resultAt('src/a.toy')] }),
    );
    expect(readLog(log, tree)).toMatchObject([
      { name: 'log:toy', version: '1.4.2', findings: [{ tool: 'log:toy', file: 'b.toy' }, { file: 'src/a.toy' }] },
      { name: 'log:semgrep', version: '1.0', findings: [] },
    ]);
  });

  it('it knows no version where two runs of a tool differ', () => {
    const newer = runOf({ tool: { driver: { ...driver, semanticVersion: '2.0' } } });
    expect(readLog(logOf(runOf(), newer), tree)).toMatchObject([{ version: null }]);
  });

  it('it takes absolute paths below the folder that the caller names', () => {
    const run = runOf({ results: [resultAt('file:///ci/build/b.toy')] });
    expect(read(run, { ...tree, root: 'file:///ci/build' }).findings).toMatchObject([{ file: 'b.toy' }]);
    expect(() => read(run)).toThrow(refused('outside-repository'));
  });
});

describe('O01 when a log is forged', () => {
  it('it proves nothing about files that it does not list', () => {
    expect(read(runOf()).coverage).toEqual({ examined: [], notExamined: [] });
  });

  it('it claims coverage in the name of a log alone', () => {
    const forged = runOf({ tool: { driver: { name: 'sarif:toy' } }, ...targets('b.toy') });
    expect(read(forged).coverage.examined).toEqual([{ file: 'b.toy', blob: 'blob of b.toy', by: 'log:sarif:toy' }]);
  });

  it('it passes over targets that the tree does not have', () => {
    expect(read(runOf(targets('b.toy', 'c.toy'))).coverage.examined).toMatchObject([{ file: 'b.toy' }]);
  });
});

describe('U05 when a log says that its results do not count', () => {
  it('it keeps each of them', () => {
    const results = [
      resultAt('b.toy', 1, { suppressions: [{ kind: 'external' }] }),
      resultAt('b.toy', 1, { baselineState: 'unchanged' }),
      resultAt('b.toy', 1, { kind: 'pass', level: 'none' }),
    ];
    expect(read(runOf({ results })).findings).toMatchObject([{ suppressed: true }, {}, { severity: 'info' }]);
  });
});

describe('E12 when a log is stale', () => {
  const of = (...revisions: readonly string[]): Part =>
    runOf({ versionControlProvenance: revisions.map((revisionId) => ({ repositoryUri: 'https://x', revisionId })) });

  it.each([[COMMIT], [COMMIT.slice(0, 7)], [COMMIT.toUpperCase()]])('it takes %s for the judged commit', (revision) => {
    expect(read(of(revision)).findings).toEqual([]);
  });

  it('it takes one of several repositories for the judged one', () => {
    expect(read(of('0000000', COMMIT)).findings).toEqual([]);
  });

  it.each([['d00d'.repeat(10)], ['c0ffee'], [''], [`${COMMIT}00`], ['main']])(
    'it refuses the commit %j',
    (revision) => {
      expect(() => read(of(revision))).toThrow(refused('stale'));
    },
  );

  it('it refuses a log of a commit where none is judged', () => {
    expect(() => read(of(COMMIT), request)).toThrow(refused('stale'));
  });

  it('it refuses another content, and takes the right one', () => {
    const saw = (text: string): Part => {
      const value = createHash('sha1').update(text).digest('hex');
      return runOf({ artifacts: [{ location: { uri: 'b.toy' }, hashes: { 'sha-1': value } }] });
    };
    expect(read(saw('first\nsecond\n')).findings).toEqual([]);
    expect(() => read(saw('first\n'))).toThrow(refused('stale'));
  });

  it.each([
    ['beyond the end of a file', resultAt('b.toy', 4)],
    ['in a file that is not there', resultAt('c.toy')],
  ])('it refuses a result %s', (_, result) => {
    expect(() => read(runOf({ results: [result] }))).toThrow(refused('stale'));
  });
});

describe('O03 when the tool did not do its work', () => {
  const failedIn = (uri: string): Part => {
    const at = [{ physicalLocation: { artifactLocation: { uri } } }];
    return notified({ level: 'error', message: { text: 'no parse' }, locations: at });
  };

  it('it did not examine a file that the tool could not read', () => {
    expect(read(runOf({ ...failedIn('b.toy'), ...targets('b.toy', 'src/a.toy') })).coverage).toMatchObject({
      examined: [{ file: 'src/a.toy' }],
      notExamined: [{ file: 'b.toy', code: 'tool-failed', why: expect.stringContaining('no parse') }],
    });
  });

  it('it did not examine what lies in a folder that the tool could not read', () => {
    expect(read(runOf({ ...failedIn('src/'), ...targets('b.toy', 'src/a.toy') })).coverage).toMatchObject({
      examined: [{ file: 'b.toy' }],
      notExamined: [{ file: 'src/a.toy', code: 'tool-failed' }],
    });
  });

  it('it believes the list of what was read where a warning is about no file', () => {
    const warned = notified({ message: { text: 'this takes long' } });
    expect(names(read(runOf({ ...warned, ...targets('b.toy') })).coverage.examined)).toEqual(['b.toy']);
  });

  it.each<[string, Part, string]>([
    ['an error about no file', notified({ level: 'error', message: { text: 'x' } }), 'tool-error-notification'],
    ['a failed execution', { invocations: [{ executionSuccessful: false }] }, 'failed-invocation'],
    ['a path that climbs out', { results: [resultAt('../b.toy')] }, 'outside-repository'],
    ['an error in a file that the tree does not have', failedIn('gone.toy'), 'tool-error-notification'],
  ])('it refuses %s', (_, run, code) => {
    expect(() => read(runOf(run))).toThrow(refused(code));
  });
});
