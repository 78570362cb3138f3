import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedSyntax } from '../testing/installed-syntax.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { collectMade } from './collect.ts';

const GUARDED = {
  file: 'a.js',
  text: 'function read(name) {\n  if (bad(name)) throw new Error(name);\n  open(name);\n}\n',
};
const BARE = { file: 'a.js', text: 'function read(name) {\n  open(name);\n}\n' };

function made(...cases: readonly object[]): string {
  const file = join(temporaryFolder(), 'made.jsonl');
  writeFileSync(file, cases.map((each) => `${JSON.stringify(each)}\n`).join(''));
  return file;
}

describe('when generated cases are collected', () => {
  it('a removal is a regression', async () => {
    const file = made({ id: 'a', set: 'removal', language: 'javascript', pairs: [{ base: GUARDED, head: BARE }] });
    const examples = await collectMade(file, installedSyntax());
    expect(examples).toMatchObject([{ id: 'a', kind: 'regression', set: 'made', repo: 'made', lang: 'javascript' }]);
    expect(examples[0]?.forth).toMatchObject({ 'lost guard': Math.log1p(1), 'lost throw': Math.log1p(1) });
    expect(examples[0]?.back).toMatchObject({ 'gained guard': Math.log1p(1) });
  });

  it('a rewrite must not be stopped either way', async () => {
    const file = made({ id: 'b', set: 'rewrite', language: 'javascript', pairs: [{ base: GUARDED, head: BARE }] });
    const [there, again, ...others] = await collectMade(file, installedSyntax());
    expect([there?.kind, again?.kind, others]).toEqual(['benign', 'revert', []]);
    expect(there?.forth).toHaveProperty('lost guard');
    expect([again?.forth, again?.back]).toEqual([there?.back, there?.forth]);
  });

  it('a file that is new or gone has no other side', async () => {
    const file = made({ id: 'c', set: 'removal', language: 'javascript', pairs: [{ base: GUARDED, head: null }] });
    const [example] = await collectMade(file, installedSyntax());
    expect(example?.forth).toMatchObject({ 'gone guard': Math.log1p(1), files: Math.log1p(1) });
    expect(example?.forth).not.toHaveProperty('lines gained');
    expect(example?.back).toHaveProperty('new guard');
  });
});
