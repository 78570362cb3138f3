import { fileURLToPath } from 'node:url';
import {
  formatFiles,
  generateFiles,
  type GeneratorCallback,
  installPackagesTask,
  joinPathFragments,
  logger,
  names,
  readJson,
  type Tree,
} from '@nx/devkit';
import { VERSION } from '../version.ts';
import { joinWorkspaces } from './join-workspaces.ts';

export interface ScannerOptions {
  readonly name: string;
  readonly extension?: string;
  readonly directory?: string;
  readonly packageName?: string;
  readonly skipFormat?: boolean;
  readonly skipInstall?: boolean;
}

const TEMPLATES = fileURLToPath(new URL('../../templates/scanner', import.meta.url));

/** Makes a package with an adapter for a tool that does not exist yet: it builds, and its tests pass. */
export async function scannerGenerator(tree: Tree, options: ScannerOptions): Promise<GeneratorCallback> {
  const { name, extension = 'js', skipFormat = false, skipInstall = false } = options;
  // The name becomes a folder, a package and a word in code: the command line checks it, a program that calls this does not.
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(name)) throw new Error(`"${name}" is not a name in kebab-case.`);
  const folder = joinPathFragments(options.directory ?? `packages/scanner-${name}`);
  if (tree.exists(folder)) throw new Error(`${folder} is already there.`);
  const packageName = options.packageName ?? `${scopeOf(tree)}scanner-${name}`;
  const { propertyName, className } = names(name);
  const values = { name, extension, packageName, propertyName, className, version: VERSION, spec: 'spec' };
  generateFiles(tree, TEMPLATES, folder, values);
  const note = joinWorkspaces(tree, folder);
  if (!skipFormat) await formatFiles(tree);
  return () => {
    if (!skipInstall) installPackagesTask(tree, true);
    logger.info([...whatRemains(name, folder), ...(note === undefined ? [] : [note])].join('\n'));
  };
}

/** As the other packages of the workspace are called. */
function scopeOf(tree: Tree): string {
  if (!tree.exists('package.json')) return '';
  const { name = '' } = readJson<{ readonly name?: string }>(tree, 'package.json');
  return /^@[^/]+\//u.exec(name)?.[0] ?? '';
}

function whatRemains(name: string, folder: string): readonly string[] {
  return [
    '',
    `${folder} is a working adapter for a tool that does not exist yet. Now:`,
    '',
    `1. Make src/commands.ts call ${name} as it is, and src/report.ts and src/said.fixture.ts say what it says.`,
    '2. Run its tests: they tell what it could still be fooled with.',
    '3. Write down in its README what is examined, and what cannot be noticed.',
  ];
}
