import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { npmEnv } from './npm-env.ts';
import { type Packed, packedPackages } from './packed-packages.ts';
import { mustSucceed, run } from './run.ts';
import type { AtTheEnd } from './temporary-repository.ts';

/** A registry of this machine: what is packed here comes from it, all else from npm's own. */
export interface LocalRegistry {
  readonly url: string;
  readonly packed: readonly Packed[];
  /** The environment in which npm, and whatever starts it, installs from here. */
  readonly env: NodeJS.ProcessEnv;
}

interface Release {
  readonly tarball: string;
  readonly document: string;
}

/** Packs every package into `root` and serves them, as a registry would to which they had just been released. */
export async function localRegistry(root: string, atTheEnd: AtTheEnd): Promise<LocalRegistry> {
  const env = npmEnv(root);
  const packed = await packedPackages(root);
  const upstream = mustSucceed(await run('npm', ['config', 'get', 'registry'], { cwd: root, env }));
  const releases = new Map<string, Release>();
  const server = createServer(({ url = '/' }, response) => {
    // A scope is asked for as `@pawl%2fnx`.
    const [name = '', tarball] = decodeURIComponent(url.slice(1)).split('/-/');
    const release = releases.get(name);
    if (release === undefined) response.writeHead(302, { location: new URL(url.slice(1), upstream).href }).end();
    else answer(response, release, tarball);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(async () => {
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const each of packed) releases.set(each.name, await releaseOf(each, url, root));
  const npm = { registry: url, prefer_offline: 'true', ignore_scripts: 'true', audit: 'false', fund: 'false' };
  const settings = Object.entries(npm).map(([name, value]) => [`npm_config_${name}`, value]);
  return { url, packed, env: { ...env, ...Object.fromEntries(settings) } };
}

/** Nothing of ours may stay in npm's cache: at another time another package has this address. */
function answer(response: ServerResponse, { tarball, document }: Release, wanted: string | undefined): void {
  const cacheControl = { 'cache-control': 'no-store' };
  if (wanted === undefined) {
    response.writeHead(200, { ...cacheControl, 'content-type': 'application/json' }).end(document);
  } else if (wanted === basename(tarball)) {
    response.writeHead(200, { ...cacheControl, 'content-type': 'application/octet-stream' });
    createReadStream(tarball).pipe(response);
  } else {
    response.writeHead(404, cacheControl).end();
  }
}

/** The manifest in the tarball, and not that of the workspace, is what a registry would tell. */
async function releaseOf({ name, tarball }: Packed, url: string, cwd: string): Promise<Release> {
  const content = await readFile(tarball);
  const read = await run('tar', ['-xOf', tarball, 'package/package.json'], { cwd, env: process.env });
  const manifest = JSON.parse(mustSucceed(read)) as { readonly version: string };
  const { version } = manifest;
  const dist = {
    tarball: `${url}${name}/-/${basename(tarball)}`,
    integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
    shasum: createHash('sha1').update(content).digest('hex'),
  };
  const versions = { [version]: { ...manifest, _id: `${name}@${version}`, dist } };
  return { tarball, document: JSON.stringify({ name, 'dist-tags': { latest: version }, versions }) };
}
