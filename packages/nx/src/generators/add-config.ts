import { realpathSync } from 'node:fs';
import { readNxJson, type Tree } from '@nx/devkit';
import { CONFIG_FILE, defaultConfigText } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import { openRepository } from '@pawl/git';

/** Writes the configuration where there is none. Gives a note where it belongs elsewhere: it lies at the top of a repository. */
export async function addConfig(tree: Tree): Promise<string | undefined> {
  if (tree.exists(CONFIG_FILE)) return undefined;
  const topLevel = await topLevelAbove(tree.root);
  if (topLevel !== undefined) return `${CONFIG_FILE} belongs into ${topLevel}: run pawl init there.`;
  const { defaultBase = 'main' } = readNxJson(tree) ?? {};
  tree.write(CONFIG_FILE, defaultConfigText({ target: defaultBase.replace(/^origin\//u, ''), acceptUnexamined: [] }));
  return undefined;
}

/** The top of the repository where it is another folder than that of the workspace, which may be in no repository yet. */
async function topLevelAbove(root: string): Promise<string | undefined> {
  try {
    const { topLevel } = await openRepository(root, { env: process.env });
    return topLevel === undefined || realpathSync(topLevel) === realpathSync(root) ? undefined : topLevel;
  } catch (error) {
    if (isPawlError(error)) return undefined;
    throw error;
  }
}
