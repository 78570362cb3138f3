import { type Dirent, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isCode } from './code-files.ts';

/** So many folders without code are enough: whatever lies there, such as data that git ignores, is not worth a longer look at every command of Nx. */
const MOST_FOLDERS = 1000;

/**
 * Whether there is code in a project, outside projects within it. The nearest folders come first, so that it is seldom more than a look or two; a whole
 * list of the files, as Nx has one, takes ten times as long. What git ignores is looked at, too: a target too many does nothing.
 */
export function hasCode(workspaceRoot: string, project: string, projects: ReadonlySet<string>): boolean {
  const folders = [project];
  for (const [seen, folder] of folders.entries()) {
    const entries = seen < MOST_FOLDERS ? entriesOf(join(workspaceRoot, folder)) : undefined;
    if (entries === undefined || entries.some((entry) => entry.isFile() && isCode(entry.name))) return true;
    const within = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/u.test(entry.name));
    folders.push(...within.map(({ name }) => posix.join(folder, name)).filter((path) => !projects.has(path)));
  }
  return false;
}

/** What cannot be looked into may hold anything. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
