/** Where a repository lies on a forge. */
export interface OnForge {
  readonly forge: 'github' | 'gitlab';
  /** The root of the API, without a slash at the end. */
  readonly api: string;
  /** `owner/name`; GitLab has groups in groups. */
  readonly project: string;
}

export type ForgePlace =
  | ({ readonly kind: 'known' } & OnForge)
  /** A server whose API nobody has named. */
  | { readonly kind: 'foreign'; readonly host: string; readonly project: string }
  /** There is no remote, or it is a folder. */
  | { readonly kind: 'none' };

const KNOWN: Readonly<Record<string, Pick<OnForge, 'forge' | 'api'>>> = {
  'github.com': { forge: 'github', api: 'https://api.github.com' },
  'gitlab.com': { forge: 'gitlab', api: 'https://gitlab.com/api/v4' },
};

/**
 * The forge of a remote. A token is only ever sent to one that is known, or that the caller has named and that has the host of
 * the remote: who can write the configuration of a repository must not be able to have tokens sent to a host of his.
 */
export function forgePlace(url: string | undefined, namedApi: string | undefined): ForgePlace {
  const remote = url === undefined ? undefined : readRemote(url);
  if (remote === undefined) return { kind: 'none' };
  const { host, project } = remote;
  const known = Object.hasOwn(KNOWN, host) ? KNOWN[host] : undefined;
  if (namedApi === undefined)
    return known === undefined ? { kind: 'foreign', host, project } : { kind: 'known', ...known, project };
  const api = readApi(namedApi);
  if (api === undefined || !isOfHost(api, host)) return { kind: 'foreign', host, project };
  return { kind: 'known', forge: /\/api\/v4$/u.test(api) ? 'gitlab' : 'github', api, project };
}

/** `https://host/owner/name.git`, `ssh://git@host/…` or `git@host:…`; what it holds of a password is left out. */
function readRemote(url: string): { readonly host: string; readonly project: string } | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)([^\s:]+)$/u.exec(url);
  const parsed = scp === null && URL.canParse(url) ? new URL(url) : undefined;
  if (scp === null && !/^(?:https?|ssh|git):$/u.test(parsed?.protocol ?? '')) return undefined;
  const host = (scp?.[1] ?? parsed?.hostname ?? '').toLowerCase();
  const path = (scp?.[2] ?? parsed?.pathname ?? '').replace(/^\/+|\/+$/gu, '').replace(/\.git$/u, '');
  // Each part is put into the address of a question.
  return host !== '' && /^[\w.-]+(?:\/[\w.-]+)+$/u.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(path)
    ? { host, project: path }
    : undefined;
}

function readApi(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, search, hash, href } = new URL(text);
  if (protocol !== 'https:' || `${username}${password}${search}${hash}` !== '') return undefined;
  return href.replace(/\/+$/u, '');
}

function isOfHost(api: string, host: string): boolean {
  const { hostname } = new URL(api);
  return hostname === host || hostname === `api.${host}`;
}
