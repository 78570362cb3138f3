import { digest } from '@pawl/baseline';
import { describe, expect, it } from 'vitest';
import { appendCheckpoint } from './append-checkpoint.ts';
import { draftOf, loopScratch, NOTHING } from './loop.fixture.ts';
import { loopRef } from './loop-ref.ts';
import { indexPath } from './question-index.ts';
import { findEntry, readTip } from './read-tip.ts';
import type { Checkpoint } from './statement.ts';
import { questionDigest, writeStatement } from './statement-text.ts';
import { walkLoop } from './walk-loop.ts';

const REF = loopRef('agent/x');

/** What a commit of an entry is made of; a forger changes one thing of what would be right. */
interface Forgery {
  files: Record<string, string>;
  parents: string[];
  keep: { of: string; folders: readonly string[] } | undefined;
}

/** A chain of two entries, and the third one that would be right after them. */
async function twoEntries() {
  const { git, open } = loopScratch();
  const store = await open();
  const entries = [];
  for (const name of ['one', 'two']) entries.push(await appendCheckpoint(store, draftOf(name), NOTHING));
  const [one, two] = entries as [(typeof entries)[0], (typeof entries)[0]];
  const third: Checkpoint = {
    ...draftOf('three'),
    sequence: 3,
    previous: digest(writeStatement(two.statement.predicate)),
    latch: [],
  };
  const put = async (text: string, forge: (right: Forgery) => void = () => undefined) => {
    const right: Forgery = {
      files: { 'statement.json': text, [indexPath(questionDigest(third.question))]: text },
      parents: [two.commit],
      keep: { of: two.commit, folders: ['questions'] },
    };
    forge(right);
    const { keep, ...rest } = right;
    const at = new Date('2026-01-02T03:04:05Z');
    const commit = await store.writeCommit({ ...rest, message: 'x', at, ...(keep === undefined ? {} : { keep }) });
    git('update-ref', REF, commit);
  };
  const walk = async (): Promise<number> => {
    let count = 0;
    for await (const { statement } of walkLoop(store, 'agent/x')) count = statement.predicate.sequence;
    return count;
  };
  return { git, store, put, walk, third, one, two };
}

type Forged = Awaited<ReturnType<typeof twoEntries>>;

async function expectRefused({ store, walk }: Forged): Promise<void> {
  const code = { code: 'corrupt-loop' };
  await expect(walk()).rejects.toMatchObject(code);
  await expect(readTip(store, 'agent/x')).rejects.toMatchObject(code);
  await expect(findEntry(store, 'agent/x', questionDigest(draftOf('one').question))).rejects.toMatchObject(code);
  await expect(appendCheckpoint(store, draftOf('new'), NOTHING)).rejects.toMatchObject(code);
}

it('an entry made by hand as Pawl makes it is one: so the forgeries below are refused for what is wrong with them', async () => {
  const forged = await twoEntries();
  await forged.put(writeStatement(forged.third));
  expect(await forged.walk()).toBe(3);
  expect((await appendCheckpoint(forged.store, draftOf('new'), NOTHING)).statement.predicate.sequence).toBe(4);
});

describe('L a statement that is not the next one is refused', () => {
  it.each<[string, Partial<Checkpoint>]>([
    ['a number too high', { sequence: 4 }],
    ['a number too low', { sequence: 2 }],
    ['the first number', { sequence: 1, previous: null }],
    ['another predecessor', { previous: 'c'.repeat(64) }],
    ['another repository', { repository: 'c'.repeat(32) }],
    ['another loop', { loop: 'agent/y' }],
  ])('%s', async (_, wrong) => {
    const forged = await twoEntries();
    await forged.put(writeStatement({ ...forged.third, ...wrong }));
    await expectRefused(forged);
  });
});

describe('L a text that is not the one text of a statement is refused', () => {
  it.each<[string, (text: string) => string]>([
    ['no JSON', () => 'noise'],
    ['no object', () => 'null\n'],
    ['without its newline', (text) => text.trimEnd()],
    ['with a space', (text) => text.replace(',', ', ')],
    ['a key twice', (text) => text.replace('"outcome":"clean"', '"outcome":"stopped","outcome":"clean"')],
    ['a field more', (text) => text.replace('"outcome":', '"note":"","outcome":')],
    ['a field more around it', (text) => text.replace('{"_type":', '{"a":1,"_type":')],
    ['a field less', (text) => text.replace('"outcome":"clean",', '')],
    ['an outcome of its own', (text) => text.replace('"clean"', '"excellent"')],
    ['another subject', (text) => text.replace(/"gitTree":"\w+/u, `"gitTree":"${'0'.repeat(40)}`)],
    ['another name of the subject', (text) => text.replace('"name":"agent/x"', '"name":"agent/y"')],
    ['another type of statement', (text) => text.replace('Statement/v1', 'Statement/v2')],
    ['a version that nobody knows', (text) => text.replace('checkpoint/v1', 'checkpoint/v2')],
    ['an instant that never was', (text) => text.replace('2026-01-02', '2026-13-02')],
    ['clean, with a case', (text) => text.replace('"case":null', '"case":"0123abcd"')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['more than a megabyte', (text) => text.replace('"name":"agent/x"', `"name":"${'x'.repeat(1 << 20)}"`)],
  ])('%s', async (_, respell) => {
    const forged = await twoEntries();
    await forged.put(respell(writeStatement(forged.third)));
    await expectRefused(forged);
  });
});

describe('L a commit that is not one of an entry is refused', () => {
  it.each<[string, (right: Forgery, forged: Forged) => void]>([
    ['a file more', (right) => (right.files['note.txt'] = 'x')],
    ['a folder for a file', (right) => ((right.files['statement.json.sig/x'] = 'x'), undefined)],
    ['no statement', (right) => delete right.files['statement.json']],
    ['no index', (right) => ((right.keep = undefined), delete right.files[Object.keys(right.files)[1] as string])],
    ['no parent', (right) => (right.parents = [])],
    ['an older parent: an entry was dropped', (right, { one }) => (right.parents = [one.commit])],
    ['two parents', (right, { one, two }) => (right.parents = [two.commit, one.commit])],
    ['an index without what was there', (right) => (right.keep = undefined)],
    ['an index from before', (right, { one }) => (right.keep = { of: one.commit, folders: ['questions'] })],
    ['an index without itself', (right) => delete right.files[Object.keys(right.files)[1] as string]],
    ['an index with one more', (right) => (right.files[indexPath('0'.repeat(64))] = 'x')],
    [
      'an index in which something else has its name',
      (right) => (right.files[Object.keys(right.files)[1] ?? ''] = 'x'),
    ],
    ['an index with an old question answered anew', (right) => (right.files[indexOf('one')] = 'x')],
    ['an index with a file among its folders', (right) => (right.files['questions/zz'] = 'x')],
  ])('%s', async (_, forge) => {
    const forged = await twoEntries();
    await forged.put(writeStatement(forged.third), (right) => void forge(right, forged));
    await expectRefused(forged);
  });

  it.each(['100755', '120000'])('a statement of the mode %s', async (mode) => {
    const forged = await twoEntries();
    await forged.put(writeStatement(forged.third));
    forged.git('read-tree', REF);
    const blob = forged.git('rev-parse', `${REF}:statement.json`);
    forged.git('update-index', '--cacheinfo', `${mode},${blob},statement.json`);
    const tree = forged.git('write-tree');
    forged.git('update-ref', REF, forged.git('commit-tree', '-m', 'x', '-p', forged.two.commit, tree));
    await expectRefused(forged);
  });

  it('a repeated entry, an entry put back before the first, and what is no commit', async () => {
    const forged = await twoEntries();
    const { git, two, one } = forged;
    const tree = `${two.commit}^{tree}`;
    git('update-ref', REF, git('commit-tree', '-m', 'x', '-p', two.commit, tree));
    await expectRefused(forged);
    git('update-ref', REF, git('commit-tree', '-m', 'x', tree));
    await expectRefused(forged);
    git('update-ref', REF, git('commit-tree', '-m', 'x', '-p', two.commit, `${one.commit}^{tree}`));
    await expectRefused(forged);
    git('update-ref', REF, git('rev-parse', `${two.commit}:statement.json`));
    await expectRefused(forged);
  });
});

const indexOf = (name: string): string => indexPath(questionDigest(draftOf(name).question));
