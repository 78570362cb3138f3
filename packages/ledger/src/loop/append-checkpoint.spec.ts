import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository, type Repository } from '@pawl/git';
import { describe, expect, it } from 'vitest';
import { caseDigest } from '../cases.ts';
import { appendCheckpoint, type AppendOptions } from './append-checkpoint.ts';
import { draftOf, loopScratch, NOTHING } from './loop.fixture.ts';
import { nextCheckpoint } from './next-checkpoint.ts';
import { indexPath } from './question-index.ts';
import { readEntry } from './read-entry.ts';
import { findEntry, listLoops, readTip } from './read-tip.ts';
import type { Checkpoint, CheckpointDraft } from './statement.ts';
import { questionDigest, writeStatement } from './statement-text.ts';
import { walkLoop } from './walk-loop.ts';
import { withObjects } from './with-objects.ts';

const STOPPED = { outcome: 'stopped', case: '0123abcd' } as const;

/** As a latch names the stop of a draft. */
const stopOf = (name: string): string => caseDigest(draftOf(name).question);
const REF = 'refs/pawl/loop/agent%2Fx';

async function loop() {
  const scratch = loopScratch();
  const store = await scratch.open();
  const record = (draft: CheckpointDraft, options: AppendOptions = NOTHING) => appendCheckpoint(store, draft, options);
  const chain = async (): Promise<readonly Checkpoint[]> => {
    const entries: Checkpoint[] = [];
    for await (const { statement } of walkLoop(store, 'agent/x')) entries.push(statement.predicate);
    return entries;
  };
  return { ...scratch, store, record, chain };
}

describe('when nothing was recorded', () => {
  it('there is no tip, no entry, no chain and no loop', async () => {
    const { store, chain } = await loop();
    expect(await readTip(store, 'agent/x')).toBeUndefined();
    expect(await findEntry(store, 'agent/x', 'a'.repeat(64))).toBeUndefined();
    expect(await chain()).toEqual([]);
    expect(await listLoops(store)).toEqual(new Map());
  });
});

describe('when judgements are recorded', () => {
  it('each is the next entry, and is found by its question', async () => {
    const { store, record, chain, git } = await loop();
    const made = [];
    for (const name of ['one', 'two', 'three']) made.push(await record(draftOf(name)));
    expect((await chain()).map(({ sequence, question }) => [sequence, question.tree])).toEqual(
      ['one', 'two', 'three'].map((name, at) => [at + 1, draftOf(name).question.tree]),
    );
    expect(await readTip(store, 'agent/x')).toEqual({ commit: made[2]?.commit, statement: made[2]?.statement });
    const found = await findEntry(store, 'agent/x', questionDigest(draftOf('one').question));
    expect(found).toEqual(made[0]?.statement);
    expect(await findEntry(store, 'agent/x', questionDigest(draftOf('four').question))).toBeUndefined();
    expect(await listLoops(store)).toEqual(new Map([['agent/x', made[2]?.commit]]));
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('the first is the statement of the specification, letter for letter', async () => {
    const { record, git } = await loop();
    await record(draftOf('one', { question: { head: 'c'.repeat(40) } }));
    expect(git('show', `${REF}:statement.json`)).toBe(
      '{"_type":"https://in-toto.io/Statement/v1","predicate":{"assurance":"unsigned","at":"2026-01-02T03:04:05.678Z",' +
        '"audience":"agent","case":null,"identity":null,"latch":[],"loop":"agent/x","outcome":"clean","previous":null,' +
        '"question":{"base":"1405df66cbe219b0bf6355bc3d60361a8376b6b4","head":"cccccccccccccccccccccccccccccccccccccccc",' +
        '"lock":"e117797422d35ce52f036963c7e9603e9955b5c7","lockSequence":3,"tier":"fast",' +
        `"tools":"${'b'.repeat(64)}","tree":"fe05bcdcdc4928012781a5f1a2a77cbb5398e106"},` +
        `"repository":"${'a'.repeat(32)}","sequence":1},"predicateType":"https://pawl.dev/checkpoint/v1",` +
        '"subject":[{"digest":{"gitTree":"fe05bcdcdc4928012781a5f1a2a77cbb5398e106"},"name":"agent/x"}]}',
    );
  });

  it('a signature and a seal lie beside the statement of their entry, and of no other', async () => {
    const { store, record, git } = await loop();
    const signed: string[] = [];
    const sign = async (text: string) => `signature ${signed.push(text)}\n`;
    await record(draftOf('one'), { ...NOTHING, sign, sealed: Buffer.from('age\n') });
    await record(draftOf('two'));
    const entries = [];
    for await (const entry of walkLoop(store, 'agent/x')) entries.push(entry);
    expect(signed).toEqual([entries[0]?.text]);
    expect(entries.map(({ signature, sealed }) => [signature, sealed?.toString()])).toEqual([
      ['signature 1\n', 'age\n'],
      [undefined, undefined],
    ]);
    expect(git('ls-tree', '--name-only', REF)).toBe('questions\nstatement.json');
  });

  it('an entry is five new objects, however many there are already', async () => {
    const { record, git } = await loop();
    const count = () => Number(/^count: (\d+)$/mu.exec(git('count-objects', '-v'))?.[1]);
    for (let at = 0; at < 12; at += 1) await record(draftOf(`tree ${at}`));
    const before = count();
    await record(draftOf('one more'));
    expect(count() - before).toBe(5);
  });

  it('loops have chains of their own, and one may be named like the folder of another', async () => {
    const { store, record } = await loop();
    await record(draftOf('one', { loop: 'feat' }));
    await record(draftOf('one', { loop: 'feat/x' }));
    expect([...(await listLoops(store)).keys()].sort()).toEqual(['feat', 'feat/x']);
    expect((await readTip(store, 'feat/x'))?.statement.predicate.sequence).toBe(1);
  });

  it('a linked worktree and a sha256 repository are no different', async () => {
    const { root, git, env, record } = await loop();
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    git('worktree', 'add', '--quiet', join(root, 'linked'));
    await record(draftOf('one'));
    const linked = await openRepository(join(root, 'linked'), { env });
    expect((await appendCheckpoint(linked, draftOf('two'), NOTHING)).statement.predicate.sequence).toBe(2);
    git('init', '--quiet', '--object-format=sha256', join(root, 'sha256'));
    const other = await openRepository(join(root, 'sha256'), { env });
    await appendCheckpoint(other, draftOf('one'), NOTHING);
    expect((await appendCheckpoint(other, draftOf('two'), NOTHING)).commit).toMatch(/^[0-9a-f]{64}$/u);
    expect((await readTip(other, 'agent/x'))?.statement.predicate.sequence).toBe(2);
  });
});

describe('when the same question is asked again', () => {
  it('the same answer is the entry that is there, whenever it was asked', async () => {
    const { record, chain } = await loop();
    const first = await record(draftOf('one'));
    for (const name of ['two', 'three']) await record(draftOf(name));
    const again = await record({ ...draftOf('one'), at: '2026-05-06T07:08:09.000Z' });
    expect(again).toEqual({ ...first, written: false });
    expect(await chain()).toHaveLength(3);
  });

  it.each<[string, Parameters<typeof draftOf>[1]]>([
    ['another outcome', { outcome: 'inconclusive' }],
    ['a case', STOPPED],
    ['somebody else', { identity: 'ci' }],
    ['another audience', { audience: 'human' }],
    ['another assurance', { assurance: 'locked' }],
    ['other tools', { question: { tools: 'c'.repeat(64) } }],
    ['another tier', { question: { tier: 'full' } }],
    ['another head', { question: { head: 'c'.repeat(40) } }],
  ])('%s is another entry, and then that one is found', async (_, other) => {
    const { record, chain } = await loop();
    await record(draftOf('one'));
    const second = await record(draftOf('one', other));
    expect([second.written, second.statement.predicate.sequence]).toEqual([true, 2]);
    expect(await record(draftOf('one', other))).toEqual({ ...second, written: false });
    expect(await chain()).toHaveLength(2);
  });

  it('it is a new entry where the loop was latched meanwhile: what was said before said nothing of that', async () => {
    const { record } = await loop();
    await record(draftOf('one'));
    await record(draftOf('two', STOPPED));
    const again = await record(draftOf('one'));
    expect([again.written, again.statement.predicate.latch]).toEqual([true, [stopOf('two')]]);
    expect((await record(draftOf('one'))).written).toBe(false);
  });

  it('a verifier is not content with what is not signed, or signed by somebody else', async () => {
    const { record, chain } = await loop();
    const sign = (who: string) => async (text: string) => `${who} ${text.length}\n`;
    await record(draftOf('one'));
    expect((await record(draftOf('one'), { ...NOTHING, sign: sign('mallory') })).written).toBe(true);
    const signed = await record(draftOf('one'), { ...NOTHING, sign: sign('ci') });
    expect(signed.written).toBe(true);
    expect(await record(draftOf('one'), { ...NOTHING, sign: sign('ci') })).toEqual({ ...signed, written: false });
    expect(await record(draftOf('one'))).toEqual({ ...signed, written: false });
    expect((await record(draftOf('one'), { ...NOTHING, sealed: Buffer.from('age') })).written).toBe(true);
    expect(await chain()).toHaveLength(4);
  });
});

describe('the latch of a loop', () => {
  it('names every open case, in the order of the stops, until a release names it', async () => {
    const { record } = await loop();
    const [one, two] = [stopOf('one'), stopOf('two')];
    const steps: [CheckpointDraft, AppendOptions?][] = [
      [draftOf('one', STOPPED)],
      [draftOf('two', STOPPED)],
      [draftOf('one', { ...STOPPED, identity: 'ci' })],
      [draftOf('three'), { released: new Set([one, '12345678']) }],
      [draftOf('four')],
      [draftOf('five'), { released: new Set([two]) }],
    ];
    const latches: (readonly string[])[] = [];
    for (const step of steps) latches.push((await record(...step)).statement.predicate.latch);
    expect(latches).toEqual([[one], [one, two], [one, two], [two], [two], []]);
  });

  it('takes over the cases of loops that this one goes on from, and no case of whoever is not to be stopped', async () => {
    const { record, chain } = await loop();
    const inherited = ['ffffffff', '00000000'];
    await record(draftOf('one'), { released: new Set(['00000000']), inherited });
    await record(draftOf('two', STOPPED), { ...NOTHING, latches: false });
    expect((await chain()).map(({ latch }) => latch)).toEqual([['ffffffff'], ['ffffffff']]);
  });

  it('is not set by a case that was released already', async () => {
    const { record } = await loop();
    const { statement } = await record(draftOf('one', STOPPED), { released: new Set([stopOf('one')]) });
    expect(statement.predicate).toMatchObject({ case: STOPPED.case, latch: [] });
  });

  it('A09 holds in every worktree and after a fetch', async () => {
    const { root, dir, git, env, record } = await loop();
    await record(draftOf('one', STOPPED));
    git('init', '--quiet', join(root, 'clone'));
    git('-C', join(root, 'clone'), 'fetch', '--quiet', `file://${dir}`, 'refs/pawl/loop/*:refs/pawl/loop/*');
    const clone = await openRepository(join(root, 'clone'), { env });
    expect((await readTip(clone, 'agent/x'))?.statement.predicate.latch).toEqual([stopOf('one')]);
  });
});

describe('when somebody else moves the ref meanwhile', () => {
  it('the entry is planned anew after what is there by then', async () => {
    const { store, record, chain } = await loop();
    await record(draftOf('one'));
    let isFirst = true;
    const racing: Repository = {
      ...store,
      updateRef: async (ref, to, from) => {
        if (isFirst) {
          isFirst = false;
          await insert(store, from as string);
        }
        return store.updateRef(ref, to, from);
      },
    };
    const { statement } = await appendCheckpoint(racing, draftOf('three'), NOTHING);
    expect(statement.predicate.sequence).toBe(3);
    expect((await chain()).map(({ question }) => question.tree)).toEqual(
      ['one', 'two', 'three'].map((name) => draftOf(name).question.tree),
    );
  });

  it('an entry that git confirmed and lost is written again', async () => {
    const { store, record, chain, git } = await loop();
    const first = await record(draftOf('one'));
    let losses = 2;
    const lossy: Repository = {
      ...store,
      updateRef: async (ref, to, from) => {
        await store.updateRef(ref, to, from);
        if (losses-- > 0) git('update-ref', ref, first.commit);
      },
    };
    const { commit, written } = await appendCheckpoint(lossy, draftOf('two'), NOTHING);
    expect([written, commit]).toEqual([true, git('rev-parse', REF)]);
    expect(await chain()).toHaveLength(2);
  });

  it('an entry that others built on already is in the chain', async () => {
    const { store, record, chain } = await loop();
    await record(draftOf('one'));
    const fast: Repository = {
      ...store,
      updateRef: async (ref, to, from) => {
        await store.updateRef(ref, to, from);
        await insert(store, to);
      },
    };
    const { statement } = await appendCheckpoint(fast, draftOf('three'), NOTHING);
    expect(statement.predicate.sequence).toBe(2);
    expect(await chain()).toHaveLength(3);
  });

  it('what a git that was killed left behind is mended', async () => {
    const { dir, record } = await loop();
    await record(draftOf('one'));
    const left = join(dir, '.git', `${REF}.lock`);
    writeFileSync(left, 'half of an i');
    const longAgo = statSync(left).mtimeMs / 1000 - 11;
    utimesSync(left, longAgo, longAgo);
    expect((await record(draftOf('two'))).statement.predicate.sequence).toBe(2);
  });
});

describe('when it cannot be recorded', () => {
  it('L04 a chain that was made under the locks of another repository is not continued', async () => {
    const { record, chain } = await loop();
    await record(draftOf('one'));
    const other = draftOf('two', { repository: 'c'.repeat(32) });
    await expect(record(other)).rejects.toMatchObject({ code: 'wrong-repository' });
    expect(await chain()).toHaveLength(1);
  });

  it('a record that cannot be read is an error and not "nothing recorded"', async () => {
    const { dir, record, store } = await loop();
    mkdirSync(join(dir, '.git/refs/pawl/loop'), { recursive: true });
    writeFileSync(join(dir, '.git', REF), 'noise\n');
    for (const ask of [() => readTip(store, 'agent/x'), () => listLoops(store), () => record(draftOf('one'))])
      await expect(ask()).rejects.toMatchObject({ code: 'corrupt-loop' });
  });

  it('a ref that names no loop is an error', async () => {
    const { git, record, store } = await loop();
    await record(draftOf('one'));
    git('update-ref', 'refs/pawl/loop/%zz', REF);
    await expect(listLoops(store)).rejects.toMatchObject({ code: 'corrupt-loop' });
  });

  it('a draft that could not be read back is not written', async () => {
    const { store, record } = await loop();
    await expect(record(draftOf('one', { case: '0123abcd' }))).rejects.toThrow();
    await expect(record(draftOf('one', { question: { tree: 'HEAD' } }))).rejects.toThrow();
    expect(await readTip(store, 'agent/x')).toBeUndefined();
  });
});

/** Appends `two` by hand, without our lock. */
async function insert(store: Repository, after: string): Promise<void> {
  await store.updateRef('refs/pawl/loop/agent%2Fx', await entryAfter(store, after), after);
}

async function entryAfter(store: Repository, after: string): Promise<string> {
  const tip = await withObjects(store, (objects) => readEntry(objects, after, 'agent/x'));
  const text = writeStatement(nextCheckpoint(draftOf('two'), tip, NOTHING));
  return store.writeCommit({
    files: { 'statement.json': text, [indexPath(questionDigest(draftOf('two').question))]: text },
    parents: [after],
    keep: { of: after, folders: ['questions'] },
    message: 'by hand',
    at: new Date('2026-01-02T03:04:05Z'),
  });
}
