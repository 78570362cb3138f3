import { posix } from 'node:path';

const { basename, dirname } = posix;

/**
 * The folders that are projects, each with the file that makes it one. A `package.json` does so in a workspace alone, a `project.json` always, and the
 * manifest of another language where somebody says so.
 */
export function projectRoots(
  manifests: readonly string[],
  foreign: readonly string[],
  isInWorkspace: (packageJson: string) => boolean,
): ReadonlyMap<string, string> {
  const makesProject = (path: string): boolean => {
    const name = basename(path);
    return name === 'project.json' || foreign.includes(name) || (name === 'package.json' && isInWorkspace(path));
  };
  return new Map(manifests.filter(makesProject).map((path) => [dirname(path), path]));
}
