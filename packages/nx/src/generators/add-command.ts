import { readJson, type Tree, writeJson } from '@nx/devkit';
import { VERSION } from '../version.ts';

type Dependencies = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
}

/** Adds the command with which people read cases. Says whether it was not there. */
export function addCommand(tree: Tree): boolean {
  if (!tree.exists('package.json')) return false;
  const manifest = readJson<Manifest>(tree, 'package.json');
  if (manifest.dependencies?.['pawl'] !== undefined || manifest.devDependencies?.['pawl'] !== undefined) return false;
  const wanted = Object.entries({ ...manifest.devDependencies, pawl: VERSION });
  const devDependencies = Object.fromEntries(wanted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeJson(tree, 'package.json', { ...manifest, devDependencies });
  return true;
}
