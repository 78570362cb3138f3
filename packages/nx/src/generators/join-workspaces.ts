import { posix } from 'node:path';
import { readJson, type Tree, writeJson } from '@nx/devkit';
import {
  buildPackageJsonPatterns,
  buildPackageJsonWorkspacesMatcher,
} from 'nx/src/plugins/package-json/create-nodes.js';

interface RootManifest {
  readonly workspaces?: readonly string[] | { readonly packages?: readonly string[] };
}

/** Has the package manager see a new package. Gives a note where the place to say so is not ours to edit. */
export function joinWorkspaces(tree: Tree, folder: string): string | undefined {
  if (!tree.exists('package.json')) return undefined;
  const patterns = buildPackageJsonPatterns(tree.root, (file: string) => readJson(tree, file));
  if (buildPackageJsonWorkspacesMatcher(patterns)(posix.join(folder, 'package.json'))) return undefined;
  const manifest = readJson<RootManifest>(tree, 'package.json');
  const { workspaces = [] } = manifest;
  if (tree.exists('pnpm-workspace.yaml') || !isList(workspaces))
    return `Add ${folder} to the packages of the workspace.`;
  writeJson(tree, 'package.json', { ...manifest, workspaces: [...workspaces, folder] });
  return undefined;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
