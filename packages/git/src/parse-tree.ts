import { decodePath } from './decode-path.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { GitError } from './git-error.ts';

export interface TreeItem {
  /** In the words of `git diff --raw`: `040000`, `100644`, `100755`, `120000` or `160000`. */
  readonly mode: string;
  readonly id: string;
}

/**
 * Reads the bytes of one tree object strictly: names by git's order, each once. git itself accepts a tree that holds
 * `app.py` twice; `git show` reads the first and a check-out writes the last.
 *
 * @param idBytes 20 or 32, by the repository's object format.
 * @throws GitError `duplicate-entry`, `hostile-path`, `malformed-tree`
 */
export function parseTree(bytes: Buffer, idBytes: number): ReadonlyMap<string, TreeItem> {
  // As strings with one character per byte: a folder of a thousand files is read at every commit, and this is the fast way.
  const text = bytes.toString('latin1');
  const hex = bytes.toString('hex');
  const items = new Map<string, TreeItem>();
  let previous = '';
  for (let at = 0; at < text.length;) {
    const space = text.indexOf(' ', at);
    const nul = text.indexOf('\0', at);
    const end = nul + 1 + idBytes;
    if (space === -1 || nul < space || end > text.length) throw malformed('an entry is cut');
    const raw = text.slice(space + 1, nul);
    const name = readName(raw);
    const mode = canonicalMode(text.slice(at, space));
    if (items.has(name)) throw duplicateEntry(name);
    // git sorts by bytes, and a folder as if its name ended with a slash.
    const key = mode === '040000' ? `${raw}/` : raw;
    if (key <= previous) throw malformed('the entries are not in order');
    items.set(name, { mode, id: hex.slice(2 * (nul + 1), 2 * end) });
    previous = key;
    at = end;
  }
  return items;
}

function readName(raw: string): string {
  // Nothing to decode and nothing to object to.
  if (/^[\w-][\w.-]*$/.test(raw)) return raw;
  const name = decodePath(Buffer.from(raw, 'latin1'));
  // `src/app.py` as one name would stand for the file of that path in the folder `src`.
  if (name.includes('/')) throw malformed('a name holds a slash');
  return name;
}

/** Old tools wrote 100664 and the like; git reads only the kind and the right to execute, and so does `diff --raw`. */
function canonicalMode(octal: string): string {
  if (octal === '100644' || octal === '100755') return octal;
  if (octal === '40000') return '040000';
  if (!/^[0-7]{5,6}$/u.test(octal)) throw malformed('a mode is not a number');
  const mode = Number.parseInt(octal, 8);
  switch (mode & 0o170000) {
    case 0o040000:
      return '040000';
    case 0o100000:
      return mode & 0o100 ? '100755' : '100644';
    case 0o120000:
      return '120000';
    case 0o160000:
      return '160000';
    default:
      throw malformed('a mode is of no known kind');
  }
}

function malformed(what: string): GitError {
  return new GitError('malformed-tree', `a tree object is malformed: ${what}`, { next: 'Run git fsck.' });
}
