/** A project of a monorepo, as far as it says whose files are whose. */
export interface ProjectFiles {
  readonly project: string;
  /** From the top level, with `/`; `''` is the top. */
  readonly root: string;
  /** Roots of other projects below it that have parts of their own. */
  readonly nested: readonly string[];
}

/** Whether a path is a file of the project. */
export function filesOf({ root, nested }: Pick<ProjectFiles, 'root' | 'nested'>): (path: string) => boolean {
  const own = folderOf(root);
  const others = new Set(nested.map(folderOf).filter((other) => other !== own));
  return (path) =>
    (own === '' || path.startsWith(`${own}/`)) && !foldersAbove(path, own).some((one) => others.has(one));
}

/** As somebody may write it: `.` and a slash at the end say no more. */
export function folderOf(root: string): string {
  return root.replace(/^(?:\.\/+)+|\/+$/gu, '').replace(/^\.$/u, '');
}

/** The folders that a path lies in, below the root. */
function foldersAbove(path: string, root: string): readonly string[] {
  const folders: string[] = [];
  let end = path.indexOf('/', root.length + 1);
  while (end !== -1) {
    folders.push(path.slice(0, end));
    end = path.indexOf('/', end + 1);
  }
  return folders;
}
