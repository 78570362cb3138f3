import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Checked } from './check.ts';
import { noteJudgedTree } from './judged-tree.ts';

const tree = 'a'.repeat(40);
let commonDir: string;

beforeEach(async () => {
  commonDir = await mkdtemp(join(tmpdir(), 'pawl-judged-'));
  onTestFinished(() => rm(commonDir, { recursive: true }));
});

function judged(gitDir: string, head = tree): Checked {
  const judgedIn = { commonDir, gitDir, loop: 'agent/x' };
  return { verdict: { head }, judgedIn } as unknown as Checked;
}

const note = (name: string) => readFile(join(commonDir, 'pawl/judged', name), 'utf8');

describe('when a hook has judged the index', () => {
  it('the tree that it let through is noted for its branch and work tree', async () => {
    await noteJudgedTree(judged(`${commonDir}/.git`), true);
    await noteJudgedTree(judged(`${commonDir}/worktrees/linked`, 'b'.repeat(40)), true);
    expect(await note('.git')).toBe(`${tree} refs/heads/agent/x\n`);
    expect(await note('linked')).toBe(`${'b'.repeat(40)} refs/heads/agent/x\n`);
  });

  it('nothing is noted of what was refused, and the note from before goes', async () => {
    await noteJudgedTree(judged(`${commonDir}/.git`), true);
    await noteJudgedTree(judged(`${commonDir}/.git`), false);
    await expect(note('.git')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('a note that can neither be written nor taken away is an error', async () => {
    await writeFile(join(commonDir, 'pawl'), 'a file where the folder belongs');
    await expect(noteJudgedTree(judged(`${commonDir}/.git`), true)).rejects.toThrow();
  });
});
