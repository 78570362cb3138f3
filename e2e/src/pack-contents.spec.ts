import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importedPackages } from './support/imported-packages.ts';
import { type Installed, installedPackages } from './support/installed-packages.ts';
import { packageFolders } from './support/packed-packages.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { run } from './support/run.ts';
import { emptyFolder, type TestRepository } from './support/temporary-repository.ts';
import { typeErrors } from './support/type-errors.ts';
import { WORKSPACE } from './support/workspace.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly keywords: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const MOST_BYTES = 1_200_000;
/** Grammars are big, and so is what carries them or a bundle. */
const BIG: Readonly<Record<string, number>> = {
  '@pawl/syntax': 30_000_000,
  pawl: 40_000_000,
  '@pawl/action': 70_000_000,
  '@pawl/nx': 6_000_000,
  // ESLint and TypeScript's parser, bundled.
  '@pawl/scanner-javascript': 8_000_000,
};

const atTheEnd = removedAfterAll();
const manifests = await Promise.all(
  (await packageFolders()).map(
    async (folder) => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest,
  ),
);
let place: TestRepository;
let installed: Installed;

beforeAll(async () => {
  place = await emptyFolder(atTheEnd);
  installed = await installedPackages(place.root);
});

const dirOf = (name: string): string => join(installed.dir, 'node_modules', name);

function packedAs(name: string): Installed['packed'][number] {
  const packed = installed.packed.find((each) => each.name === name);
  if (packed === undefined) throw new Error(`${name} was not packed`);
  return packed;
}

describe.each(manifests)('when $name is packed', (manifest) => {
  const { name } = manifest;

  it('it has its licence, and what a reader and a compiler look for', async () => {
    const { files } = packedAs(name);
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
    expect(await readFile(join(dirOf(name), 'LICENSE'), 'utf8')).toBe(
      await readFile(join(WORKSPACE, 'LICENSE'), 'utf8'),
    );
    const modules = files.filter((path) => path.endsWith('.js') && !isBundled(path));
    expect(files).toEqual(expect.arrayContaining(modules.map((path) => path.replace(/\.js$/u, '.d.ts'))));
  });

  it('it has nothing that only its makers need', () => {
    const unwanted =
      /\.spec\.|\.test\.|\.fixture\.|^src\/|(?:^|\/)(?:cases|testing|fixtures|__tests__)\/|tsbuildinfo|^tsconfig|\.tgz$|\.map$|\.compiled$|(?:^|\/)\.[^/]+$/u;
    const sources = /(?<!\.d)\.[cm]?ts$/u;
    const own = packedAs(name).files.filter((path) => !isBundled(path) && !path.endsWith('.template'));
    expect(own.filter((path) => unwanted.test(path) || sources.test(path))).toEqual([]);
  });

  it('it is no bigger than it has to be', () => {
    expect(packedAs(name).unpackedSize).toBeLessThan(BIG[name] ?? MOST_BYTES);
  });

  it('it says about itself what every package says', () => {
    expect(manifest).toMatchObject({
      version: manifests[0]?.version,
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=20.19.0' },
      keywords: expect.arrayContaining(['security', 'sast', 'agents']),
    });
    // Whoever installs with scripts on runs none of ours.
    expect(Object.keys(manifest.scripts ?? {}).sort()).toEqual(['build', 'test']);
  });

  it('it depends on all that it imports, and on nothing else', async () => {
    const { imports, isNamed } = await importedPackages(dirOf(name), ownFilesOf(name));
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const vendored = packedAs(name).files.map((path) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1]);
    const typed = declared.map((each) => each.replace(/^@types\//u, ''));
    expect(imports.filter((each) => ![...typed, ...vendored, name].includes(each))).toEqual([]);

    const wanted = await Promise.all(declared.map(peersOf));
    const used = [...imports, ...wanted.flat()];
    expect(typed.filter((each) => !used.includes(each) && !isNamed(each))).toEqual([]);
  });

  it('it wants its siblings in exactly the version that was released with it', () => {
    const siblings = Object.entries(manifest.dependencies ?? {}).filter(([each]) => isOurs(each));
    expect(siblings.filter(([, range]) => range !== manifest.version)).toEqual([]);
  });
});

describe('when what was packed is installed', () => {
  const entries = manifests.flatMap(({ name, exports }) =>
    Object.entries(exports).map(([way, entry]) => ({ name, specifier: join(name, way), entry })),
  );
  const modules = entries.filter(({ entry }) => typeof entry === 'object').map(({ specifier }) => specifier);

  it('has a file behind every entry, and types behind every module', async () => {
    for (const { name, entry } of entries) {
      const { files } = packedAs(name);
      if (typeof entry === 'object') expect(Object.keys(entry), name).toEqual(['types', 'default']);
      for (const path of typeof entry === 'object' ? Object.values(entry) : [entry])
        expect(
          files.some((file) => matches(path, `./${file}`)),
          `${name} ${path}`,
        ).toBe(true);
    }
    for (const { name, bin = {} } of manifests)
      for (const path of Object.values(bin)) expect(packedAs(name).files).toContain(path.replace(/^\.\//u, ''));
  });

  it.each(['nodenext', 'bundler'] as const)('has types that hold for a strict user who resolves as %s', async (way) => {
    const file = join(installed.dir, 'everything.mts');
    const imports = modules.map((specifier, index) => `export * as m${index} from '${specifier}';\n`);
    await writeFile(file, imports.join(''));
    expect(typeErrors([file], way)).toEqual([]);
  });

  it('loads every module without a word', async () => {
    const file = join(installed.dir, 'everything.mjs');
    await writeFile(file, modules.map((specifier) => `await import('${specifier}');\n`).join(''));
    const loaded = await run(process.execPath, [file], { cwd: installed.dir, env: place.env });
    expect(loaded).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('holds no path of the machine that packed it', async () => {
    const folders = manifests.map(({ name }) => dirOf(name));
    const found = await run('grep', ['-rlF', WORKSPACE, ...folders], { cwd: installed.dir, env: place.env });
    expect(found).toEqual({ status: 1, stdout: '', stderr: '' });
  });
});

function isOurs(name: string): boolean {
  return manifests.some((each) => each.name === name);
}

/** Made of the modules that are beside it, and of packages: what is said of single modules does not hold there. */
function isBundled(path: string): boolean {
  return path.startsWith('dist/bundle/') || path.startsWith('bin/');
}

/** Without the packages that a bundle carries along. */
function ownFilesOf(name: string): readonly string[] {
  return packedAs(name).files.filter((path) => !path.includes('/node_modules/'));
}

/** What a dependency in turn expects to find. */
async function peersOf(dependency: string): Promise<readonly string[]> {
  const { peerDependencies = {} } = JSON.parse(
    await readFile(join(dirOf(dependency), 'package.json'), 'utf8'),
  ) as Manifest;
  return Object.keys(peerDependencies);
}

function matches(pattern: string, file: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined ? file === before : file.startsWith(before) && file.endsWith(after);
}
