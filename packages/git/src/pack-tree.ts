import { GitError } from './git-error.ts';
import { checkObjectId } from './object-id.ts';
import { printable } from './printable.ts';
import { withObjects } from './object-reader.ts';
import { runGit, type Place } from './run-git.ts';

export interface TreeToPack {
  readonly tree: string;
  /** A commit or tree whose objects need not be in the pack where something else keeps them. */
  readonly without: string;
  /** An absolute path: `-<name>.pack` and `-<name>.idx` are put behind it. */
  readonly prefix: string;
}

/**
 * Copies the objects of a tree into a pack of their own and gives its name, which tells its content. What the tree is to be
 * compared with goes along where only the push at hand has it, as in the first one to a repository.
 *
 * @param lasting where objects stay, whatever becomes of the push.
 * @throws GitError `git-failed` when an object is missing or the pack cannot be written.
 */
export async function packTree(place: Place, lasting: Place, { tree, without, prefix }: TreeToPack): Promise<string> {
  // A limit from the user's configuration would cut the pack in two, and threads would make its name a matter of luck.
  const settings = ['-c', 'pack.packSizeLimit=0', '-c', 'pack.threads=1'];
  // Named as a tree: beside a tree, git takes an excluded commit for that commit alone, and would pack every file.
  const rest = `${checkObjectId(without)}^{tree}`;
  const isKept = place === lasting || (await has(lasting, rest));
  const input = `${checkObjectId(tree)}\n${isKept ? '^' : ''}${rest}\n`;
  const { stdout } = await runGit(place, [...settings, 'pack-objects', '--quiet', '--revs', prefix], { input });
  const name = stdout.toString('latin1').trim();
  if (!/^[0-9a-f]{40,64}$/u.test(name)) {
    throw new GitError('unreadable-output', `git named a pack ${printable(name)}`);
  }
  return name;
}

async function has(place: Place, name: string): Promise<boolean> {
  return (await withObjects(place, (reader) => reader.info(name))) !== undefined;
}
