import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '@pawl/git';
import { appendCheckpoint, type CheckpointDraft, readTip } from '@pawl/ledger';
import { describe, expect, it } from 'vitest';
import { log } from './log.ts';
import { type Scratch, scratch } from './scratch.fixture.ts';
import { type Verified, verify, type VerifyRequest } from './verify.ts';

const SAFE = `export function read(root, path) {
  if (!path.startsWith(root)) throw new Error('outside');
  return open(path);
}
`;
const UNSAFE = `export function read(root, path) {
  return open(path);
}
`;

/** A lock, a clean checkpoint and a stopped one. */
async function ledger(): Promise<Scratch & { readonly case: string }> {
  const here = scratch();
  here.commit({ 'a.js': SAFE });
  await here.lock();
  here.git('checkout', '--quiet', '-b', 'agent/x');
  here.stage({ 'b.js': 'export const b = 1;\n' });
  await here.check({ tier: 'fast', audience: 'agent' });
  here.stage({ 'a.js': UNSAFE });
  const { case: number = '' } = await here.check({ tier: 'fast', audience: 'agent' });
  return { ...here, case: number };
}

function verified({ context }: Scratch, recompute: VerifyRequest['recompute'] = 'all'): Promise<Verified> {
  return verify({ directory: undefined, recompute }, context, () => undefined);
}

describe('verify', () => {
  it('recomputes what was judged, and all holds', async () => {
    const here = await ledger();
    const { problems, basis, recomputed, locks, loops } = await verified(here);
    expect(problems).toEqual([]);
    expect(basis.kind).toBe('memory');
    expect(recomputed).toEqual({ questions: 2, asked: 2, told: 2, held: 2 });
    expect([locks[0]?.locks.length, loops[0]?.entries.length]).toEqual([1, 2]);
  });
});

/** A checkpoint as whoever can write refs can write it, of what is staged. */
async function forge(here: Scratch, over: Partial<CheckpointDraft> & { readonly base?: string }): Promise<void> {
  const repository = await openRepository(here.dir, { env: here.context.env });
  const tree = here.git('write-tree');
  const tip = await readTip(repository, 'agent/x');
  if (tip === undefined) throw new Error('no record');
  const { base = tip.statement.predicate.question.base, ...more } = over;
  const last = tip.statement.predicate;
  const draft = { ...last, question: { ...last.question, tree, base }, case: null, ...more };
  await appendCheckpoint(repository, draft, { released: new Set() });
}

const summary = ({ problems }: Verified): readonly string[] =>
  problems.map(({ kind, entry, code }) => `${kind} ${entry} ${code}`);

describe('when somebody wrote a checkpoint by hand', () => {
  it('O01 a stop that is recorded as clean is told', async () => {
    const here = await ledger();
    here.stage({ 'c.js': 'export const c = 1;\n' });
    await forge(here, { outcome: 'clean' });
    expect(summary(await verified(here))).toEqual(['broken checkpoint 3 verdict-differs']);
    expect(summary(await verified(here, 'none'))).toEqual([]);
  });

  it('O01 a stop that is recorded as "could not tell" is not what can be relied on', async () => {
    const here = await ledger();
    here.stage({ 'c.js': 'export const c = 1;\n' });
    await forge(here, { outcome: 'inconclusive' });
    expect(summary(await verified(here))).toEqual(['unknown checkpoint 3 not-recomputed']);
  });

  it('D01 a base that nobody accepted is not what can be relied on', async () => {
    const here = await ledger();
    const own = here.commit();
    await forge(here, { outcome: 'clean', base: own });
    const { problems } = await verified(here);
    expect(problems).toMatchObject([{ kind: 'unknown', code: 'not-recomputed' }]);
    expect(problems[0]?.message).toContain('not on main');
  });

  it('a judgement by another version of Pawl that differs cannot be told', async () => {
    const here = await ledger();
    here.stage({ 'c.js': 'export const c = 1;\n' });
    const repository = await openRepository(here.dir, { env: here.context.env });
    const question = (await readTip(repository, 'agent/x'))?.statement.predicate.question;
    if (question === undefined) throw new Error('no record');
    await forge(here, {
      outcome: 'clean',
      question: { ...question, tree: here.git('write-tree'), tools: '0'.repeat(64) },
    });
    const { problems } = await verified(here);
    expect(problems).toMatchObject([{ kind: 'unknown', message: expect.stringContaining('another version') }]);
  });
});

describe('when not everything can be told', () => {
  it('the tree of a case that was kept and is gone is told', async () => {
    const here = await ledger();
    const packs = join(here.dir, '.git', 'objects');
    for (const name of readdirSync(join(packs, 'pack'))) rmSync(join(packs, 'pack', name));
    const tree = here.git('write-tree');
    rmSync(join(packs, tree.slice(0, 2), tree.slice(2)));
    const { problems } = await verified(here, 'none');
    expect(problems).toMatchObject([
      { kind: 'broken', code: 'case-gone', message: expect.stringContaining(here.case) },
    ]);
  });

  it('a fresh clone says what it cannot recompute, and the chains hold', async () => {
    const here = await ledger();
    const clone = join(here.root, 'clone');
    here.git('clone', '--quiet', `file://${here.dir}`, clone);
    here.git(
      '-C',
      clone,
      'fetch',
      '--quiet',
      'origin',
      'refs/pawl/lock/*:refs/pawl/lock/*',
      'refs/pawl/loop/*:refs/pawl/loop/*',
    );
    const there = { ...here, context: { ...here.context, cwd: clone } };
    expect(await verified(there, 'none')).toMatchObject({ problems: [], basis: { kind: 'nothing' } });
    const whole = await verified(there);
    expect(whole.recomputed).toEqual({ questions: 2, asked: 2, told: 0, held: 0 });
    expect(summary(whole)).toEqual(['unknown checkpoint 1 not-recomputed', 'unknown checkpoint 2 not-recomputed']);
  });

  it('G05 a clone whose history is cut is an error', async () => {
    const here = await ledger();
    here.commit();
    const clone = join(here.root, 'shallow');
    here.git('clone', '--quiet', '--depth', '1', `file://${here.dir}`, clone);
    await expect(verified({ ...here, context: { ...here.context, cwd: clone } })).rejects.toMatchObject({
      code: 'shallow-clone',
    });
  });

  it('nothing at all is an error, and never "all holds"', async () => {
    const here = scratch();
    here.commit();
    await expect(verified(here)).rejects.toMatchObject({ code: 'no-ledger' });
  });

  it('recomputes as many as it is asked to', async () => {
    const here = await ledger();
    expect((await verified(here, 1)).recomputed).toEqual({ questions: 2, asked: 1, told: 1, held: 1 });
    expect((await verified(here, 50)).recomputed).toEqual({ questions: 2, asked: 2, told: 2, held: 2 });
  });
});

describe('when the record of a loop is cut after it was verified', () => {
  it('it is told, though nothing in the repository shows it', async () => {
    const here = await ledger();
    await verified(here, 'none');
    here.git('update-ref', 'refs/pawl/loop/agent%2Fx', 'refs/pawl/loop/agent%2Fx^');
    expect(summary(await verified(here, 'none'))).toEqual(['broken checkpoint 2 loop-rolled-back']);
  });
});

describe('log', () => {
  const read = (
    { context }: Scratch,
    over: { readonly loop?: string; readonly target?: string; readonly limit?: number } = {},
  ) => log({ directory: undefined, loop: undefined, target: undefined, limit: 20, ...over }, context);

  it('gives the chains, newest first', async () => {
    const here = await ledger();
    const { locks, loops } = await read(here);
    expect(locks).toMatchObject([
      {
        name: 'main',
        fault: undefined,
        entries: [{ sequence: 1, decision: { kind: 'lock' }, assurance: 'unsigned', signedBy: null }],
      },
    ]);
    expect(loops).toMatchObject([
      {
        name: 'agent/x',
        fault: undefined,
        entries: [
          { sequence: 2, outcome: 'stopped', case: here.case, latch: [here.case], tier: 'fast', lockSequence: 1 },
          { sequence: 1, outcome: 'clean', case: null, signedBy: null },
        ],
      },
    ]);
  });

  it('gives only what is asked for', async () => {
    const here = await ledger();
    expect(await read(here, { loop: 'agent/x', limit: 1 })).toMatchObject({
      locks: [],
      loops: [{ entries: [{ sequence: 2 }] }],
    });
    expect(await read(here, { target: 'main' })).toMatchObject({ locks: [{ name: 'main' }], loops: [] });
    expect(await read(here, { loop: 'agent/y' })).toEqual({ locks: [], loops: [] });
  });

  it('says where a chain ends early', async () => {
    const here = await ledger();
    const tree = here.git('rev-parse', 'refs/pawl/loop/agent%2Fx^^{tree}');
    rmSync(join(here.dir, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    const [chain] = (await read(here)).loops;
    expect(chain?.fault).toContain('agent/x');
  });
});
