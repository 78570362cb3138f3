import type { LockChange } from '@pawl/baseline';
import { openRepository } from '@pawl/git';
import { describe, expect, it } from 'vitest';
import { openSyntaxFor } from '../open-syntax-for.ts';
import { scratch } from '../scratch.fixture.ts';
import { acceptChanges, relockChanges } from './relock.ts';

const GUARDED = `import path from 'node:path';

export function inside(root, name) {
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) throw new Error('outside');
  return file;
}
`;

describe('when a person locks again', () => {
  it('a defence that the code lost since is shown, though the new configuration leaves the file out', async () => {
    const s = scratch();
    s.commit({ 'app.js': GUARDED });
    const { stored, inventory } = await s.lock();
    s.commit({ 'app.js': GUARDED.replace(/^ {2}if .*\n/mu, '') });
    const repository = await openRepository(s.dir, { env: s.context.env });
    const after = {
      ...stored.lock,
      configuration: { ...stored.lock.configuration, exclude: ['app.js'] },
      tree: await repository.resolveTree('HEAD'),
      inventory: { ...inventory, coverage: { examined: [], notExamined: [] } },
    };
    const changes = await relockChanges(repository, openSyntaxFor(s.context), stored, after);
    expect(changes.map(({ direction, kind }) => `${direction} ${kind}`)).toEqual(['worse defence', 'unknown setting']);
  });
});

describe('when there is something to accept', () => {
  const worse: LockChange = { kind: 'gate-file', direction: 'unknown', file: 'a', change: 'added' };
  const better: LockChange = { ...worse, direction: 'better', file: 'b' };

  it('each thing that is not plainly better is asked for by itself', async () => {
    const asked: string[] = [];
    await acceptChanges([worse, worse, better], (change, at, of) => {
      asked.push(`${change.direction} ${at}/${of}`);
      return Promise.resolve(true);
    });
    expect(asked).toEqual(['unknown 1/2', 'unknown 2/2']);
  });

  it('one no is no, and nothing more is asked', async () => {
    let asked = 0;
    const accept = (): Promise<boolean> => Promise.resolve(++asked < 2);
    await expect(acceptChanges([worse, worse, worse], accept)).rejects.toThrow(
      expect.objectContaining({ code: 'worse-than-before' }),
    );
    expect(asked).toBe(2);
  });

  it('where nobody can be asked it is refused, unless all of it is better', async () => {
    await expect(acceptChanges([worse], undefined)).rejects.toThrow(
      expect.objectContaining({ code: 'needs-a-terminal' }),
    );
    await expect(acceptChanges([better], undefined)).resolves.toBeUndefined();
  });
});
