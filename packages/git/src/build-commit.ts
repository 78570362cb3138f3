import { pathFault } from './decode-path.ts';
import { GitError } from './git-error.ts';
import { checkObjectId, hashObject, type ObjectFormat } from './object-id.ts';
import type { TreeItem } from './parse-tree.ts';
import { printable } from './printable.ts';

export interface NewCommit {
  /** Contents by path from the root, with `/`. */
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly parents: readonly string[];
  readonly message: string;
  readonly at: Date;
  /**
   * Folders in the root of another commit that stay as they are there, but for the files that are laid into them: only
   * the trees on the way to these are written anew, however much lies beside them.
   */
  readonly keep?: { readonly of: string; readonly folders: readonly string[] };
}

/** What already stands in folders that are written anew, by path; the root's is the empty one. */
export type KeptItems = ReadonlyMap<string, ReadonlyMap<string, TreeItem>>;

export interface NewObject {
  readonly type: 'blob' | 'tree' | 'commit';
  readonly bytes: Buffer;
}

/** A folder while it is built: its files' and sub-folders' names. */
type Folder = Map<string, Folder | Buffer>;

const IDENTITY = 'Pawl <pawl@localhost>';

/**
 * The objects of a commit and its id: the same input gives the same id on every machine, whoever is logged in.
 *
 * @throws GitError `invalid-argument`
 */
export function buildCommit(
  input: NewCommit,
  format: ObjectFormat,
  kept: KeptItems = new Map(),
): { id: string; objects: readonly NewObject[] } {
  const objects = new Map<string, NewObject>();
  const add = (type: NewObject['type'], bytes: Buffer): string => {
    const id = hashObject(type, bytes, format);
    objects.set(id, { type, bytes });
    return id;
  };
  const tree = addFolder(foldersOf(input.files), '', kept, add);
  const id = add('commit', commitBytes(input, tree));
  return { id, objects: [...objects.values()] };
}

function foldersOf(files: NewCommit['files']): Folder {
  const root: Folder = new Map();
  for (const [path, content] of Object.entries(files)) {
    if (pathFault(path) !== undefined || Buffer.from(path).toString() !== path)
      throw invalid(`${printable(path)} cannot be a path`);
    const names = path.split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) {
      const next = folder.get(name) ?? new Map();
      if (Buffer.isBuffer(next)) throw invalid(`${printable(path)} lies in a file`);
      folder.set(name, next);
      folder = next;
    }
    const name = names.at(-1) as string;
    if (folder.has(name)) throw invalid(`${printable(path)} is a folder too`);
    folder.set(name, Buffer.from(content as Uint8Array));
  }
  return root;
}

function addFolder(
  folder: Folder,
  path: string,
  kept: KeptItems,
  add: (type: NewObject['type'], bytes: Buffer) => string,
): string {
  const items = new Map(kept.get(path));
  for (const [name, item] of folder) {
    const isFile = Buffer.isBuffer(item);
    const id = isFile ? add('blob', item) : addFolder(item, path === '' ? name : `${path}/${name}`, kept, add);
    items.set(name, { mode: isFile ? '100644' : '040000', id });
  }
  return add('tree', treeBytes(items));
}

function treeBytes(items: ReadonlyMap<string, TreeItem>): Buffer {
  const entries = [...items].map(([name, { mode, id }]) => ({
    // git sorts a folder as if its name ended with a slash, and writes no leading zero.
    key: Buffer.from(mode === '040000' ? `${name}/` : name),
    bytes: Buffer.concat([Buffer.from(`${mode.replace(/^0/u, '')} ${name}\0`), Buffer.from(id, 'hex')]),
  }));
  entries.sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(entries.map(({ bytes }) => bytes));
}

function commitBytes({ parents, message, at }: NewCommit, tree: string): Buffer {
  const seconds = Math.floor(at.getTime() / 1000);
  if (!(seconds >= 0)) throw invalid('the instant of a commit must be after 1970');
  if (message.includes('\0')) throw invalid('a commit message cannot hold NUL');
  const stamp = `${IDENTITY} ${seconds} +0000`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${checkObjectId(parent)}`),
    `author ${stamp}`,
    `committer ${stamp}`,
    '',
    message.endsWith('\n') ? message : `${message}\n`,
  ];
  return Buffer.from(lines.join('\n'));
}

function invalid(why: string): GitError {
  return new GitError('invalid-argument', why);
}
