import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishingRegistry } from './support/publishing-registry.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { emptyFolder, type TestRepository } from './support/temporary-repository.ts';
import { MODULES, WORKSPACE } from './support/workspace.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const PARTS = [
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'packages',
  'templates',
  'tools',
  'e2e',
];

const atTheEnd = removedAfterAll();
let place: TestRepository;
const before = (await manifestsIn(WORKSPACE)).find(({ name }) => name === 'pawl')?.version ?? '';

/** A copy of this workspace, as it was built: a release writes into it. */
beforeAll(async () => {
  place = await emptyFolder(atTheEnd);
  const isKept = (path: string): boolean => !path.endsWith('/node_modules') || path.includes('/dist/');
  for (const part of PARTS) await cp(join(WORKSPACE, part), join(place.dir, part), { recursive: true, filter: isKept });
  await symlink(MODULES, join(place.dir, 'node_modules'));
  await place.git('init', '--quiet');
});

function release(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const offline = { npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const nx = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', CI: 'true' };
  return run(process.execPath, [script, ...args], { cwd: place.dir, env: { ...place.env, ...offline, ...nx, ...env } });
}

async function manifestsIn(root: string): Promise<readonly Manifest[]> {
  const folders = await Promise.all(
    ['packages', 'tools'].map(async (name) => (await readdir(join(root, name))).map((each) => join(root, name, each))),
  );
  const files = [...folders.flat(), join(root, 'e2e')].map((folder) => join(folder, 'package.json'));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return texts.filter((text) => text !== undefined).map((text) => JSON.parse(text) as Manifest);
}

describe('when the next version is tried', () => {
  it('changes nothing, and needs no network', async () => {
    expect(await release('tools/release/version.mjs', ['9.8.7', '--dry-run'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`${before} would become 9.8.7`),
    });
    expect((await manifestsIn(place.dir)).filter(({ version }) => version === '9.8.7')).toEqual([]);
  });

  it('has to be named', async () => {
    expect(await release('tools/release/version.mjs', ['--dry-run'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('when all packages get the next version', () => {
  beforeAll(async () => {
    mustSucceed(await release('tools/release/version.mjs', ['9.8.7']));
  });

  it('they have it together, and want each other in it', async () => {
    const manifests = await manifestsIn(place.dir);
    expect(manifests.filter(({ version }) => version !== '9.8.7').map(({ name }) => name)).toEqual([]);
    const ours = new Set(manifests.map(({ name }) => name));
    const wanted = manifests.flatMap(({ dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => ours.has(name)),
    );
    expect(new Set(wanted.map(([, version]) => version))).toEqual(new Set(['9.8.7']));
  });

  it('they have it in the lock file', async () => {
    const lock = JSON.parse(await place.read('package-lock.json')) as { packages: Record<string, Manifest> };
    expect(lock.packages['packages/baseline']).toMatchObject({ version: '9.8.7' });
    expect(Object.keys(lock.packages)).toEqual(
      Object.keys((JSON.parse(await readFile(join(WORKSPACE, 'package-lock.json'), 'utf8')) as typeof lock).packages),
    );
  });

  it('their code nowhere says the old one', async () => {
    // These have versions of their own, which say how their results are made.
    const own =
      /^packages\/(?:contracts|reach|security-tests)\/src\/identity\.ts$|^packages\/checkpoint\/src\/engines\.ts$/u;
    const where = [':(glob)packages/*/src/**', 'templates', ':!*.spec.ts', ':!*.fixture.ts', ':!**/cases/**'];
    const said = await place.tryGit(['grep', '--no-index', '-lF', before, '--', ...where]);
    expect(said.status).toBe(0);
    expect(said.stdout.split('\n').filter((file) => file !== '' && !own.test(file))).toEqual([]);
  });
});

describe('when a release is published', () => {
  it('names the repository that the workflow runs in, or refuses', async () => {
    const named = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/pawl' };
    expect(await release('tools/release/repository.mjs', [])).toMatchObject({ status: 2 });
    expect(await release('tools/release/repository.mjs', [], named)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(await place.read('packages/baseline/package.json'))).toMatchObject({
      repository: { type: 'git', url: 'git+https://github.com/acme/pawl.git', directory: 'packages/baseline' },
    });
  });

  it('sends each package with what it has, once, and no private one', async () => {
    const registry = await publishingRegistry(atTheEnd);
    // All go the same way, so a few will do, with a private one among them.
    const sent = ['baseline', 'errors', 'findings'];
    for (const name of await readdir(join(place.dir, 'packages')))
      if (!sent.includes(name)) await rm(join(place.dir, 'packages', name), { recursive: true });
    const host = registry.url.replace('http:', '');
    await writeFile(join(place.dir, '.npmrc'), `registry=${registry.url}\n${host}:_authToken=none\n`);
    const publish = (): Promise<Ran> =>
      release('node_modules/nx/dist/bin/nx.js', ['release', 'publish'], {
        npm_config_offline: 'false',
      });
    mustSucceed(await publish());
    expect(registry.published.map(({ name }) => name).sort()).toEqual(sent.map((name) => `@pawl/${name}`));
    const [baseline] = registry.published.filter(({ name }) => name === '@pawl/baseline');
    expect(baseline).toMatchObject({
      'dist-tags': { latest: '9.8.7' },
      versions: {
        '9.8.7': { dependencies: { '@pawl/findings': '9.8.7' }, repository: { directory: 'packages/baseline' } },
      },
    });
    mustSucceed(await publish());
    expect(registry.published).toHaveLength(sent.length);
  });
});
