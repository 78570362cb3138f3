import { describe, expect, it } from 'vitest';
import { parseCommit } from './parse-commit.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

const [TREE, OTHER] = ['a'.repeat(40), 'b'.repeat(40)];
const WHO = 'A U Thor <a@localhost> 1 +0000';
const commit = (...headers: readonly string[]): Buffer => Buffer.from(`${headers.join('\n')}\n\ntree of words\n`);
const PLAIN = [`tree ${TREE}`, `parent ${OTHER}`, `author ${WHO}`, `committer ${WHO}`];
const SIGNED = ['gpgsig -----BEGIN SSH SIGNATURE-----', ' tree of a signature', ' -----END SSH SIGNATURE-----'];

describe('G09 when programs may read a commit in two ways', () => {
  it('reads the one way that there is', () => {
    const links = { tree: TREE, parents: [OTHER] };
    expect(parseCommit(commit(...PLAIN))).toEqual(links);
    expect(parseCommit(commit(...PLAIN, 'mergetag object 1', 'mergetag object 2', ...SIGNED))).toEqual(links);
    expect(parseCommit(commit(`tree ${TREE}`, ...PLAIN.slice(2)))).toEqual({ tree: TREE, parents: [] });
  });

  it.each([
    ['a second tree at once', [PLAIN[0], `tree ${OTHER}`, ...PLAIN.slice(1)]],
    ['a second tree further down', [...PLAIN, `tree ${OTHER}`]],
    ['a parent after the author', [...PLAIN, `parent ${TREE}`]],
    ['two authors', [...PLAIN, `author ${WHO}`]],
    ['two committers', [...PLAIN, `committer ${WHO}`]],
    ['two signatures', [...PLAIN, ...SIGNED, ...SIGNED]],
    ['two encodings', [...PLAIN, 'encoding UTF-8', 'encoding UTF-7']],
    ['no author', [PLAIN[0], PLAIN[1], PLAIN[3]]],
  ])('refuses %s', async (_, headers) => {
    expect(await errorCode(() => parseCommit(commit(...headers.map(String))))).toBe('malformed-commit');
  });

  it('refuses to compare with such a commit, which git itself reads', async () => {
    const { write, commit: store, git, run, open } = temporaryRepository();
    write('app.py', 'EVIL\n');
    const evil = git('rev-parse', `${store('evil')}^{tree}`);
    write('app.py', 'GOOD\n');
    const good = git('rev-parse', `${store('good')}^{tree}`);
    const input = `tree ${good}\nauthor ${WHO}\ncommitter ${WHO}\ntree ${evil}\n\nx\n`;
    const id = run(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], { input }).toString().trim();
    expect(git('rev-parse', `${id}^{tree}`)).toBe(good);
    const opened = await open();
    expect(await errorCode(() => opened.changes('HEAD~1', id))).toBe('malformed-commit');
    expect(await errorCode(() => opened.changes(id, 'HEAD'))).toBe('malformed-commit');
  });
});
