/**
 * A remote's address as it may be told to others: without user, password, query and fragment, any of which may be a
 * token. `undefined` for what is no address on a network, because a path says how somebody's machine is laid out, and for
 * one that is more than ASCII, which some readers refuse.
 */
export function repositoryUri(remote: string): string | undefined {
  const { scheme, authority, path } = asUrl(remote) ?? asScp(remote) ?? NONE;
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (!/^(?:[a-z0-9](?:[a-z0-9.-]*)|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu.test(host)) return undefined;
  if (!/^\/(?:[\w.~:@!$&'()*+,;=/-]|%[2-7][0-9a-f])+$/iu.test(path)) return undefined;
  return `${scheme.toLowerCase()}://${host}${path}`;
}

interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

const NONE: Address = { scheme: '', authority: '', path: '' };

function asUrl(remote: string): Address | undefined {
  const parts = /^(https?|ssh|git):\/\/([^/?#]*)([^?#]*)/iu.exec(remote);
  return parts ? { scheme: parts[1] ?? '', authority: parts[2] ?? '', path: parts[3] ?? '' } : undefined;
}

/** `git@host:path`, as scp has it. One letter before the colon is a drive. */
function asScp(remote: string): Address | undefined {
  const parts = /^([^/:]{2,}):(?!\/\/)([^?#]+)/u.exec(remote);
  return parts
    ? { scheme: 'ssh', authority: parts[1] ?? '', path: `/${(parts[2] ?? '').replace(/^\/+/u, '')}` }
    : undefined;
}
