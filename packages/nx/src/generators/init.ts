import { formatFiles, type GeneratorCallback, installPackagesTask, logger, type Tree } from '@nx/devkit';
import { addCommand } from './add-command.ts';
import { addConfig } from './add-config.ts';
import { ignoreParts } from './ignore-parts.ts';
import { registerPlugin } from './register-plugin.ts';

export interface InitOptions {
  readonly skipFormat?: boolean;
  readonly skipPackageJson?: boolean;
}

/** Sets Pawl up in a workspace, as `nx add` wants it. What is there stays as it is, and a second time nothing changes. */
export async function initGenerator(
  tree: Tree,
  { skipFormat = false, skipPackageJson = false }: InitOptions = {},
): Promise<GeneratorCallback> {
  registerPlugin(tree);
  ignoreParts(tree);
  const note = await addConfig(tree);
  const isCommandNew = !skipPackageJson && addCommand(tree);
  if (!skipFormat) await formatFiles(tree);
  return () => {
    if (isCommandNew) installPackagesTask(tree);
    logger.info(whatRemains(note));
  };
}

function whatRemains(note: string | undefined): string {
  return [
    ...(note === undefined ? [] : [note]),
    'Now read pawl.config.jsonc, commit, and lock the state that may not get worse: nx run-many -t security-lock',
  ].join('\n');
}
