import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ManifestRow } from '../manifest/manifest-row.ts';
import { benignRow, fixRow } from '../testing/rows.ts';
import { temporaryMirrors, type TemporaryProject } from '../testing/temporary-mirrors.ts';
import type { Case, CaseKind, MissingCase } from './case.ts';
import { cases } from './cases.ts';
import { openMirrors } from './mirrors.ts';

const GUARD = 'if (bad) throw 1;\n';
const LONG = Array.from({ length: 30 }, (_, at) => `call${at}();\n`).join('');

async function readAll(folder: string, ...rows: readonly ManifestRow[]) {
  const missing: MissingCase[] = [];
  const read: Case[] = [];
  for await (const one of cases(rows, openMirrors({ folder }), { onMissing: (told) => missing.push(told) }))
    read.push(one);
  return { read, missing };
}

function textsOf(
  read: readonly Case[],
  kind: CaseKind,
): readonly (readonly [string | undefined, string | undefined])[] {
  const found = read.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found.pairs.map(({ base, head }) => [base?.text, head?.text] as const);
}

describe('when a security fix is read', () => {
  it('the fix is the commit as it was made, and the regression only puts its source files back', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n', 'a.test.js': '', 'other.js': 'x();\n' });
    const commit = owner.commit({ 'a.js': `${GUARD}go();\n`, 'a.test.js': 'test();\n', 'other.js': 'x();\n' });
    const { read, missing } = await readAll(folder, fixRow({ parent, commit }));
    expect(missing).toEqual([]);
    expect(read.map(({ kind }) => kind)).toEqual(['regression', 'fix']);
    expect(textsOf(read, 'regression')).toEqual([[`${GUARD}go();\n`, 'go();\n']]);
    expect(textsOf(read, 'fix')).toEqual([
      ['go();\n', `${GUARD}go();\n`],
      ['', 'test();\n'],
    ]);
  });

  it('a file that the fix added is gone again, and one that it deleted is back', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'old();\n' });
    const commit = owner.commit({ 'b.js': 'check(every, thing);\n' });
    const { read } = await readAll(folder, fixRow({ parent, commit, files: ['a.js', 'b.js'] }));
    expect(textsOf(read, 'regression')).toEqual([
      [undefined, 'old();\n'],
      ['check(every, thing);\n', undefined],
    ]);
  });

  it('a renamed file is one pair in both directions', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': LONG });
    const commit = owner.commit({ 'src/b.js': GUARD + LONG });
    const { read } = await readAll(folder, fixRow({ parent, commit, files: ['a.js', 'src/b.js'] }));
    expect(textsOf(read, 'fix')).toEqual([[LONG, GUARD + LONG]]);
    expect(textsOf(read, 'regression')).toEqual([[GUARD + LONG, LONG]]);
  });

  it('a command is asked the same', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n', 'gone.js': 'old();\n', 'a.test.js': '' });
    const commit = owner.commit({ 'a.js': `${GUARD}go();\n`, 'new.js': 'x();\n', 'a.test.js': 'test();\n' });
    const row = fixRow({ parent, commit, files: ['a.js', 'gone.js', 'new.js'] });
    for await (const { kind, revisions } of cases([row], openMirrors({ folder }))) {
      const { repo, base, head } = await revisions();
      const names = owner.git('--git-dir', repo, 'diff', '--no-renames', '--name-status', base, head);
      expect(base).toBe(kind === 'fix' ? parent : commit);
      expect(names.split('\n')).toEqual(
        kind === 'fix'
          ? ['M\ta.js', 'M\ta.test.js', 'D\tgone.js', 'A\tnew.js']
          : ['M\ta.js', 'A\tgone.js', 'D\tnew.js'],
      );
    }
    expect.assertions(4);
  });
});

describe('when an ordinary commit is read', () => {
  it('it is read as it was made and undone, without what is no code', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n', 'README.md': '', run: '#!/usr/bin/env node\nx();\n' });
    const commit = owner.commit({ 'a.js': 'stay();\n', 'README.md': 'x', run: '#!/usr/bin/env node\ny();\n' });
    const { read } = await readAll(folder, benignRow({ parent, commit }));
    expect(textsOf(read, 'benign')).toEqual([
      ['go();\n', 'stay();\n'],
      ['#!/usr/bin/env node\nx();\n', '#!/usr/bin/env node\ny();\n'],
    ]);
    expect(textsOf(read, 'revert')).toEqual([
      ['stay();\n', 'go();\n'],
      ['#!/usr/bin/env node\ny();\n', '#!/usr/bin/env node\nx();\n'],
    ]);
  });

  it('code that is no text is told', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n' });
    const commit = owner.commit({ 'a.js': Buffer.from([0x67, 0xff, 0x0a]) });
    const { read } = await readAll(folder, benignRow({ parent, commit }));
    expect(read[0]?.unread).toEqual([{ file: 'a.js', why: 'it is not UTF-8 text' }]);
  });
});

describe('when a case cannot be read', () => {
  it('a project without a mirror makes each of its cases missing', async () => {
    const { folder } = temporaryMirrors();
    const { read, missing } = await readAll(folder, fixRow());
    expect(read).toEqual([]);
    expect(missing.map(({ kind }) => kind)).toEqual(['regression', 'fix']);
  });

  it('a blob that a partial mirror lacks makes only its own cases missing', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n' });
    const commit = owner.commit({ 'a.js': 'stay();\n' });
    const later = owner.commit({ 'a.js': 'run();\n' });
    loseBlob(owner, `${parent}:a.js`);
    const { read, missing } = await readAll(
      folder,
      benignRow({ parent, commit }),
      benignRow({ id: 'js-102', parent: commit, commit: later }),
    );
    expect(missing.map(({ row, kind }) => [row.id, kind])).toEqual([
      ['js-101', 'benign'],
      ['js-101', 'revert'],
    ]);
    expect(read.map(({ row }) => row.id)).toEqual(['js-102', 'js-102']);
  });

  it('a commit that the mirror never had is missing', async () => {
    const { folder, project } = temporaryMirrors();
    project('owner/name').commit({ 'a.js': 'go();\n' });
    const { missing } = await readAll(folder, fixRow());
    expect(missing).toHaveLength(2);
  });

  it('a fix whose files do not differ is no regression', async () => {
    const { folder, project } = temporaryMirrors();
    const owner = project('owner/name');
    const parent = owner.commit({ 'a.js': 'go();\n', 'b.js': '' });
    const commit = owner.commit({ 'a.js': 'go();\n', 'b.js': 'x();\n' });
    const { read, missing } = await readAll(folder, fixRow({ parent, commit }));
    expect(missing.map(({ kind }) => kind)).toEqual(['regression']);
    expect(read.map(({ kind }) => kind)).toEqual(['fix']);
  });

  it('it is an error where nobody takes note', async () => {
    const { folder } = temporaryMirrors();
    const first = cases([fixRow()], openMirrors({ folder })).next();
    await expect(first).rejects.toMatchObject({ code: 'missing-case' });
  });
});

function loseBlob(project: TemporaryProject, name: string): void {
  const id = project.git('rev-parse', name);
  const file = join(project.dir, '.git', 'objects', id.slice(0, 2), id.slice(2));
  expect(existsSync(file)).toBe(true);
  rmSync(file, { force: true });
}
