import { BlockList, isIP, isIPv6 } from 'node:net';

/** Printed by nothing but itself: no blank, quote, angle bracket, pipe or bracket that a chat or Markdown reads. */
const LINK = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?\/[A-Za-z0-9._~%/?&=+-]*$/u;

/** Of this machine, of a private network, or of no single machine (RFC 6890); IPv4 inside IPv6 is found by itself. */
const PRIVATE = blocked(
  ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ['::/128', '::1/128', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
);
const LOOPBACK = blocked(['127.0.0.0/8', '::1/128']);

/** Why nothing may be sent there, `undefined` where it may. The address itself is never part of the answer. */
export function addressMistake(address: string, { toPrivate }: { readonly toPrivate: boolean }): string | undefined {
  // A browser strips these without a word, so two readers see two addresses.
  if (/[^\x21-\x7e]|\\/u.test(address))
    return 'holds a blank, a control character or another that is not of an address';
  // A browser takes one slash, three and none for two.
  if (!/^[a-z]+:\/\/[^/]/u.test(address) || !URL.canParse(address)) return 'is no address';
  const { protocol, hash, hostname } = new URL(address);
  const host = bareHost(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisMachine(host)))
    return 'must be https: (http: only to this machine)';
  if (/^[a-z]+:\/\/[^/?]*@/u.test(address)) return 'must not hold a user or password';
  if (hash !== '') return 'must not end in a fragment';
  if (!toPrivate && isPrivateHost(host)) return 'is of a private network; say "private": true where that is meant';
  return undefined;
}

/** As names are resolved at the last moment, this is asked again for every address that a name leads to. */
export function isPrivateAddress(ip: string): boolean {
  return PRIVATE.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}

/** `[::1]` without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

export function isPublicLink(link: string): boolean {
  return link.length <= 500 && LINK.test(link) && addressMistake(link, { toPrivate: false }) === undefined;
}

function isThisMachine(host: string): boolean {
  return isIP(host) === 0 ? isLocalName(host) : LOOPBACK.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
}

function isPrivateHost(host: string): boolean {
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return isLocalName(host) || !host.includes('.') || /\.(?:local|internal|lan|home\.arpa)\.?$/u.test(host);
}

function isLocalName(host: string): boolean {
  return /^(?:.*\.)?localhost\.?$/u.test(host);
}

function blocked(...lists: readonly (readonly string[])[]): BlockList {
  const list = new BlockList();
  for (const range of lists.flat()) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
  }
  return list;
}
