import { GitError } from './git-error.ts';
import { printable } from './printable.ts';

// Without ignoreBOM a leading U+FEFF vanishes, and two different names decode to one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The limit of every file system that Pawl runs on; a longer path can be stored in git but checked out nowhere. */
const MAX_PATH_BYTES = 4096;

/**
 * A path as git stores it, decoded strictly: two different names never become one string, and no name can write to a
 * terminal, leave the repository or reach into `.git`.
 *
 * @throws GitError `hostile-path`, with the name escaped.
 */
export function decodePath(bytes: Uint8Array): string {
  if (bytes.length > MAX_PATH_BYTES) throw hostile(bytes.subarray(0, 80), `is longer than ${MAX_PATH_BYTES} bytes`);
  let path: string;
  try {
    path = utf8.decode(bytes);
  } catch {
    throw hostile(bytes, 'is not valid UTF-8');
  }
  const fault = pathFault(path);
  if (fault !== undefined) throw hostile(bytes, fault);
  return path;
}

/** What is wrong with a path inside a repository, or `undefined`. */
export function pathFault(path: string): string | undefined {
  if (/\p{Cc}/u.test(path)) return 'holds a control character';
  if (/(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/iu.test(path)) return 'has an empty, ".", ".." or ".git" part';
  return undefined;
}

function hostile(bytes: Uint8Array, fault: string): GitError {
  return new GitError('hostile-path', `the path ${printable(bytes)} ${fault}`, {
    next: 'Rename the file, or remove it from the change.',
  });
}
