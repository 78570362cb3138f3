import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed } from './support/run.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import type { TestRepository } from './support/temporary-repository.ts';
import { HUMAN_JSON, type JsonVerdict, verdictOf } from './support/verdict-of.ts';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS, 'quiet.py': 'import os\n' });

/** What people put on the protected branch while the agent is on its own. */
async function peopleAccept(repository: TestRepository, files: Readonly<Record<string, string>>): Promise<void> {
  const branch = await repository.git('branch', '--show-current');
  await repository.git('switch', '--quiet', 'main');
  await repository.commit('people accept it', files);
  await repository.git('switch', '--quiet', branch);
}

async function judged(repository: TestRepository, ...more: readonly string[]): Promise<JsonVerdict> {
  return verdictOf(await repository.pawl(['check', '--head', 'HEAD', ...more, ...HUMAN_JSON]));
}

async function agentStarts(repository: TestRepository): Promise<void> {
  await repository.git('switch', '--quiet', '--create', 'agent/x');
}

describe('when people removed a guard on the protected branch', () => {
  it('an agent that rebases onto it is not charged with it', async () => {
    const repository = shared();
    await agentStarts(repository);
    await repository.commit('work', { 'work.js': 'export const work = 1;\n' });
    await peopleAccept(repository, { 'app.js': UNGUARDED_JS });
    await repository.git('rebase', '--quiet', 'main');
    expect(await judged(repository)).toMatchObject({ outcome: 'clean' });
  });

  it('nor one that merges it, while it is merged and afterwards', async () => {
    const repository = shared();
    await agentStarts(repository);
    await repository.commit('work', { 'work.js': 'export const work = 1;\n' });
    await peopleAccept(repository, { 'app.js': UNGUARDED_JS });
    await repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'main');
    expect(verdictOf(await repository.pawl(['check', ...HUMAN_JSON]))).toMatchObject({ outcome: 'clean' });
    await repository.commit('merge');
    expect(await judged(repository)).toMatchObject({ outcome: 'clean' });
  });

  it('nor one whose work was squashed into it, or that was fast-forwarded', async () => {
    const repository = shared();
    await agentStarts(repository);
    await repository.commit('work', { 'work.js': 'export const work = 1;\n' });
    await peopleAccept(repository, { 'work.js': 'export const work = 1;\n', 'app.js': UNGUARDED_JS });
    await repository.git('merge', '--quiet', '--no-edit', 'main');
    expect(await judged(repository)).toMatchObject({ outcome: 'clean' });
    await repository.git('switch', '--quiet', 'main');
    await repository.git('merge', '--quiet', '--ff-only', 'agent/x');
    await repository.git('switch', '--quiet', 'agent/x');
    expect(await judged(repository)).toMatchObject({ outcome: 'clean' });
  });

  it('one that stayed where it was and removes the guard too is stopped', async () => {
    const repository = shared();
    await agentStarts(repository);
    await peopleAccept(repository, { 'app.js': UNGUARDED_JS });
    await repository.commit('slips', { 'app.js': UNGUARDED_JS });
    expect(await judged(repository)).toMatchObject({ outcome: 'regression' });
  });
});

describe('when people added a guard on the protected branch', () => {
  const guarded = GUARDED_JS.replaceAll('readAttachment', 'readInvoice');

  it('an agent that merged it and deletes it is stopped', async () => {
    const repository = shared();
    await agentStarts(repository);
    await peopleAccept(repository, { 'invoice.js': guarded });
    await repository.git('merge', '--quiet', '--no-edit', 'main');
    await repository.commit('tidies', { 'invoice.js': UNGUARDED_JS.replaceAll('readAttachment', 'readInvoice') });
    expect(await judged(repository)).toMatchObject({
      outcome: 'regression',
      reasons: [{ kind: 'lost-defence', file: 'invoice.js' }],
    });
  });
});

describe('when the protected branch drifts', () => {
  it('thirty small slips over thirty merges ask a person', async () => {
    const repository = shared();
    await agentStarts(repository);
    for (let slip = 1; slip <= 30; slip++) {
      await peopleAccept(repository, { [`slip${slip}.py`]: 'import tempfile\n\nname = tempfile.mktemp()\n' });
      await repository.git('merge', '--quiet', '--no-edit', 'main');
      // Medium ones, of weight 4, and the limit is 20.
      if (slip === 5) expect(await judged(repository)).toMatchObject({ outcome: 'clean' });
    }
    const { outcome, reasons } = await judged(repository);
    expect([outcome, reasons.map(({ kind }) => kind)]).toEqual(['escalated', ['drift']]);
    expect(mustSucceed(await repository.pawl(['status', '--audience', 'human']))).toContain('drift');
  });

  it('an agent that moves it onto its own work is seen by the drift', async () => {
    const repository = shared();
    await agentStarts(repository);
    await repository.commit('slips', { 'app.js': UNGUARDED_JS });
    await repository.git('branch', '--force', 'main', 'HEAD');
    expect(mustSucceed(await repository.pawl(['status', '--audience', 'human']))).toMatch(
      /drift\s+main has slipped by 10/u,
    );
  });
});
