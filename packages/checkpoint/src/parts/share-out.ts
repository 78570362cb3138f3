import { nameOf, type NamedBlob } from './entry-key.ts';
import { filesOf, folderOf, type ProjectFiles } from './project-files.ts';

/** The files of each project, each once and in the order of a part. A path is looked up by its folders: there may be hundreds of projects. */
export function shareOut(
  projects: readonly ProjectFiles[],
  files: readonly NamedBlob[],
): readonly (readonly NamedBlob[])[] {
  const shares = projects.map((project) => ({ isIn: filesOf(project), found: new Map<string, NamedBlob>() }));
  const byRoot = new Map<string, (typeof shares)[number][]>();
  for (const [index, { root }] of projects.entries()) {
    const share = shares[index];
    if (share) byRoot.set(folderOf(root), [...(byRoot.get(folderOf(root)) ?? []), share]);
  }
  for (const { path, blob } of files)
    for (const share of foldersOf(path).flatMap((folder) => byRoot.get(folder) ?? []))
      if (share.isIn(path)) share.found.set(nameOf({ path, blob }), { path, blob });
  return shares.map(({ found }) => sorted([...found.values()]));
}

function foldersOf(path: string): readonly string[] {
  const folders = [''];
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end));
  return folders;
}

function sorted(files: readonly NamedBlob[]): readonly NamedBlob[] {
  return files.toSorted((a, b) => compare(a.path, b.path) || compare(a.blob, b.blob));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
