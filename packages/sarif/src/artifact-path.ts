import type { Node } from './node.ts';

/** Longer chains of base ids than any tool writes are cycles. */
const MAX_BASES = 16;

/**
 * The path of an artifact from the repository's root. Relative references count from that root, whatever their base is
 * called (`%SRCROOT%` by custom); an absolute `file:` URI must lie below the root that the caller or the log names.
 *
 * @throws SarifError `outside-repository` for a place elsewhere, `bad-uri` for what is no path of a file at all.
 */
export function artifactPath(run: Node, location: Node, root: string | undefined): string {
  return placePath(run, location, root) || location.fail('bad-uri', 'names no file');
}

/** Like {@link artifactPath}, where a folder will do: the root itself is the empty path. */
export function placePath(run: Node, location: Node, root: string | undefined): string {
  const named = resolved(run, location);
  // Many tools write plain absolute paths. Only the caller, who laid the files out, can say what they mean.
  const reference = fileUri(root !== undefined && named.startsWith('/') ? `file:${named}` : named);
  if (!/^[a-z][a-z0-9+.-]*:/iu.test(reference)) return decoded(reference, location);
  const top = fileUri(root ?? rootOf(run) ?? '');
  if (top === '') location.fail('outside-repository', 'is absolute, and the log does not say where the repository was');
  const prefix = top.endsWith('/') ? top : `${top}/`;
  if (`${reference}/` === prefix) return '';
  if (!reference.startsWith(prefix)) location.fail('outside-repository', 'lies outside the repository');
  return decoded(reference.slice(prefix.length), location);
}

/** `file:/a`, `file:///a` and `file://localhost/a` are one place (RFC 8089). */
function fileUri(uri: string): string {
  return uri.replace(/^file:(?:\/\/(?:localhost)?)?\/(?!\/)/iu, 'file:///');
}

/** The reference with its bases put before it, up to the first absolute or unknown base. */
function resolved(run: Node, location: Node): string {
  let owner = located(run, location);
  let reference = owner.need('uri').text();
  for (let bases = 0; !isAbsolute(reference); bases += 1) {
    const id = owner.get('uriBaseId')?.text();
    const base = id === undefined ? undefined : run.get('originalUriBaseIds')?.get(id);
    const uri = base?.get('uri')?.text();
    if (base === undefined || uri === undefined) break;
    if (bases === MAX_BASES) location.fail('bad-uri', 'has a base without end');
    if (!uri.endsWith('/')) base.fail('bad-uri', 'does not end with a slash');
    reference = uri + reference;
    owner = base;
  }
  return reference;
}

function located(run: Node, location: Node): Node {
  if (location.get('uri')) return location;
  const index = location.index('index');
  if (index === undefined) return location.fail('missing-field', 'has neither uri nor index');
  return run.need('artifacts').at(index).need('location');
}

function isAbsolute(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(reference);
}

/** The root that the log names: `%SRCROOT%`, else its only absolute base. Among several, guessing would misplace files. */
function rootOf(run: Node): string | undefined {
  const bases = run.get('originalUriBaseIds');
  if (!bases) return undefined;
  const named = bases.get('%SRCROOT%')?.get('uri')?.text();
  if (named !== undefined) return named;
  const uris = Object.keys(bases.value as object).map((id) => bases.need(id).get('uri')?.text());
  const absolute = uris.filter((uri) => uri !== undefined && isAbsolute(uri));
  return absolute.length === 1 ? absolute[0] : undefined;
}

function decoded(reference: string, location: Node): string {
  if (reference.startsWith('/')) location.fail('outside-repository', 'is an absolute path');
  if (/[\\?#]/u.test(reference)) location.fail('bad-uri', 'holds a character that must be percent-encoded');
  const segments = reference.split('/').map((segment) => decodedSegment(segment, location));
  const path = segments.filter((segment) => segment !== '' && segment !== '.');
  if (climbsOut(path)) location.fail('outside-repository', 'climbs out of the repository');
  if (path.includes('..')) location.fail('bad-uri', 'climbs out of its folder');
  return path.join('/');
}

function climbsOut(path: readonly string[]): boolean {
  let depth = 0;
  return path.some((segment) => (depth += segment === '..' ? -1 : 1) < 0);
}

/** Decoded once, segment by segment, so that an encoded slash or dot cannot make a path that the check did not see. */
function decodedSegment(segment: string, location: Node): string {
  const text = percentDecoded(segment) ?? location.fail('bad-uri', 'is not percent-encoded UTF-8');
  if (/[/\\\p{Cc}]/u.test(text)) location.fail('bad-uri', 'hides a separator or a control character');
  if (/^\.\.?$/u.test(text) && segment !== text) location.fail('bad-uri', 'hides a dot');
  return text;
}

function percentDecoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
