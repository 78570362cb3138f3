/**
 * Whether an address is that of a repository on the web. A path of this machine is what the workflow put there, and who is judged has no say in
 * it; over the network both name the same host and the same repository, however they are written.
 */
export function isSameRemote(address: string, url: string): boolean {
  const place = placeOf(address);
  return place === 'local' || (place !== undefined && place === placeOf(url));
}

function placeOf(address: string): string | undefined {
  const web = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/iu.exec(address);
  const scp = /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)(.+)$/u.exec(address);
  const [, host, path] = web ?? scp ?? [];
  if (host !== undefined && path !== undefined) return `${host}/${path.replace(/(?:\.git)?\/*$/u, '')}`.toLowerCase();
  return /^(?:file:\/\/|\/|\.{1,2}\/|[a-z]:[\\/])/iu.test(address) ? 'local' : undefined;
}
