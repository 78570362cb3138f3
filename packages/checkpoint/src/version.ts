import type { NotExaminedCode } from '@pawl/findings';

/** One side of a changed file as far as it can be read as text. */
export type Version =
  | { readonly kind: 'text'; readonly file: string; readonly blob: string; readonly text: string }
  | {
      readonly kind: 'unread';
      readonly file: string;
      readonly blob: string;
      readonly code: NotExaminedCode;
      readonly why: string;
    }
  /** Nothing that anybody is owed: an image, a symbolic link that stays inside and has no name of code. */
  | { readonly kind: 'not-text'; readonly file: string; readonly blob: string };

export interface VersionInput {
  readonly path: string;
  /** Git's file mode in octal. */
  readonly mode: string;
  readonly blob: string;
  /** `undefined` for a submodule, whose content is in another repository. */
  readonly content:
    | { readonly kind: 'content'; readonly bytes: Uint8Array }
    | { readonly kind: 'too-large'; readonly size: number }
    | undefined;
  /** Whether the name says that it is source code. */
  readonly isCode: boolean;
  /** The limit for source code; data, which is only looked through for secrets, may be {@link DATA_FACTOR} times as long. */
  readonly maxBytes: number;
}

/** A lock file of a package manager has megabytes, and nobody wrote it. */
export const DATA_FACTOR = 8;

const SUBMODULE = '160000';
const SYMLINK = '120000';

export function versionOf({ path: file, mode, blob, content, isCode, maxBytes }: VersionInput): Version {
  const unread = (code: NotExaminedCode, why: string): Version => ({ kind: 'unread', file, blob, code, why });
  if (mode === SUBMODULE)
    return unread('submodule', 'it is a submodule, and what it points to lies in another repository');
  if (content === undefined) return unread('not-a-file', 'it has no content in this repository');
  const size = content.kind === 'too-large' ? content.size : content.bytes.length;
  if (content.kind === 'too-large' || size > (isCode ? maxBytes : maxBytes * DATA_FACTOR)) {
    return unread('too-large', `it has ${size} bytes, more than limits.maxFileBytes allows`);
  }
  if (mode === SYMLINK) return linkVersion({ file, blob, isCode }, content.bytes, unread);
  if (looksBinary(content.bytes, isCode)) {
    return isCode || startsWithUtf16Mark(content.bytes)
      ? unread('binary', 'it holds NUL bytes or UTF-16, so it cannot be read as UTF-8 text')
      : { kind: 'not-text', file, blob };
  }
  const text = decodeUtf8(content.bytes);
  return text === undefined ? unread('not-utf8', 'it is not valid UTF-8') : { kind: 'text', file, blob, text };
}

/** A link that leads outside shows a scanner something else than what is in the repository (G11). */
function linkVersion(
  { file, blob, isCode }: { readonly file: string; readonly blob: string; readonly isCode: boolean },
  bytes: Uint8Array,
  unread: (code: NotExaminedCode, why: string) => Version,
): Version {
  const target = decodeUtf8(bytes);
  if (target === undefined) return unread('not-utf8', 'it is a symbolic link whose target is not valid UTF-8');
  if (leadsOutside(file, target)) return unread('not-a-file', 'it is a symbolic link that leads out of the repository');
  if (isCode) return unread('link', 'it is a symbolic link, which scanners pass over');
  return { kind: 'not-text', file, blob };
}

/** Up after down is up from wherever a folder on the way, itself a link, leads to: only `../` in front can be counted. */
function leadsOutside(file: string, target: string): boolean {
  if (target.startsWith('/') || /^[A-Za-z]:|\\/u.test(target)) return true;
  let depth = file.split('/').length - 1;
  let isBelow = false;
  for (const part of target.split('/')) {
    if (part === '..' && (depth === 0 || isBelow)) return true;
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') isBelow = true;
  }
  return false;
}

/** Git's own rule is a NUL in the first 8000 bytes; source code has none anywhere. */
function looksBinary(bytes: Uint8Array, isCode: boolean): boolean {
  return (isCode ? bytes : bytes.subarray(0, 8000)).includes(0);
}

function startsWithUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
