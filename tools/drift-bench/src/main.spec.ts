import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsText } from './run/results-file.ts';
import { bench } from './testing/bench.ts';
import { benignRow, fixRow, judgedRow } from './testing/rows.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { temporaryMirrors } from './testing/temporary-mirrors.ts';

describe('when a gate is run over a manifest', () => {
  it('it reports, writes a row for each case, and tells what is missing', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n' });
    const commit = owner.commit({ 'a.js': 'check(); go();\n' });
    const home = temporaryFolder();
    const manifest = join(home, 'manifest.jsonl');
    const rows = [fixRow({ parent, commit }), benignRow({ repo: 'owner/nowhere' })];
    writeFileSync(manifest, rows.map((row) => JSON.stringify(row)).join('\n'));
    const gate = 'git --git-dir {repo} show {head}:a.js | grep -q check';
    const question = ['--manifest', manifest, '--mirrors', folder, '--cache', join(home, 'cache'), '--jobs', '1'];
    const { status, out, err } = await bench(
      'run',
      ...question,
      '--gate',
      gate,
      '--out',
      join(home, 'rows'),
      '--docs',
      home,
    );
    expect(status).toBe(0);
    // grep ends with 1 where there is no check any more: after the regression, not after the fix.
    expect(out).toContain('| command (1)    | 1/1, 100.0 %');
    expect(err).toContain('Judging: 4 of 4 cases');
    const written = readFileSync(join(home, 'rows'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(written).toMatchObject([
      { id: 'js-001', kind: 'regression', state: 'judged', stop: true },
      { id: 'js-001', kind: 'fix', state: 'judged', stop: false },
      { id: 'js-101', kind: 'benign', state: 'missing' },
      { id: 'js-101', kind: 'revert', state: 'missing' },
    ]);
    expect(readFileSync(join(home, 'drift.md'), 'utf8')).toContain('Seen on 2026-11-23: 2 cases of 1 projects');
  });

  it.each([
    ['an id that is not there', ['--only', 'js-999']],
    ['a kind that is none', ['--kinds', 'benign,good']],
    ['a flag that is none', ['--fast']],
    ['no case at all', ['--lang', 'cobol']],
  ])('%s is a mistake of the caller, and nothing is run', async (_, argv) => {
    const { status, out } = await bench('run', ...argv);
    expect([status, out]).toEqual([2, '']);
  });
});

describe('when two runs are compared', () => {
  it('what was won is printed', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'a'), resultsText([judgedRow()]));
    writeFileSync(join(home, 'b'), resultsText([judgedRow({ score: 1, stop: true })]));
    const { status, out } = await bench('compare', join(home, 'a'), join(home, 'b'));
    expect([status, out.split('\n')[0]]).toEqual([0, 'won 1, lost 0, same 0, only before 0, only after 0']);
  });

  it('a file that was cut off is refused', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'a'), resultsText([judgedRow()]).slice(0, 40));
    const { status, err } = await bench('compare', join(home, 'a'), join(home, 'a'));
    expect(status).toBe(2);
    expect(err).toContain('a:1 is not a result row');
  });
});

describe('when a run is reported again', () => {
  it('other thresholds make other figures of the same scores', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'a'), resultsText([judgedRow({ score: 0.6, stop: true })]));
    const at = async (threshold: string) => (await bench('report', join(home, 'a'), '--threshold', threshold)).out;
    expect(await at('default=0.5')).toContain('| default (0.5)  | 1/1');
    expect(await at('default=0.7')).toContain('| default (0.7)  | 0/1');
  });
});

describe('when rows are added', () => {
  it('they are in the manifest', async () => {
    const home = temporaryFolder();
    const [manifest, rows] = [join(home, 'manifest.jsonl'), join(home, 'rows.jsonl')];
    writeFileSync(manifest, '');
    writeFileSync(rows, JSON.stringify(fixRow()));
    const { status, out } = await bench('add', rows, '--manifest', manifest);
    expect([status, out]).toEqual([0, 'added 1 rows\n']);
    expect(readFileSync(manifest, 'utf8')).toBe(`${JSON.stringify(fixRow())}\n`);
  });
});
