import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Installed, installedPackages } from './support/installed-packages.ts';
import { describeWithNode, NODE_LINES } from './support/nodes.ts';
import { packageFolders } from './support/packed-packages.ts';
import { type Example, examplesOf } from './support/readme-examples.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { emptyFolder, NO_HOOKS, type TestRepository } from './support/temporary-repository.ts';
import { typeErrors } from './support/type-errors.ts';

const atTheEnd = removedAfterAll();
const packages = await Promise.all(
  (await packageFolders()).map(async (path) => {
    const { name } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as { name: string };
    const file = join(path, 'README.md');
    return { name, folder: basename(path), readme: existsSync(file) ? await readFile(file, 'utf8') : '' };
  }),
);

let place: TestRepository;
let installed: Installed;

beforeAll(async () => {
  place = await emptyFolder(atTheEnd);
  installed = await installedPackages(place.root);
});

describe('when the README of a package is read', () => {
  it.each(packages)('$name has an example that says what it prints', ({ readme }) => {
    expect(examplesOf(readme).filter(({ prints }) => prints)).not.toEqual([]);
  });

  it('every package has types that its examples agree with', async () => {
    const files = packages.flatMap(({ folder, readme }) =>
      examplesOf(readme)
        .filter(({ language }) => language === 'ts')
        .map(({ line, code }) => ({ path: join(installed.dir, `${folder}-README-${line}.mts`), code })),
    );
    for (const { path, code } of files) await writeFile(path, code);
    const paths = files.map(({ path }) => path);
    for (const resolution of ['nodenext', 'bundler'] as const)
      expect(typeErrors(paths, resolution), resolution).toEqual([]);
  });
});

for (const line of NODE_LINES) {
  describeWithNode(line, `when the examples are run on Node ${line}`, (programs) => {
    it.each(packages)('$name does what its README says', async ({ folder, readme }) => {
      const dir = await freshRepository(join(installed.dir, `${folder}-${line}`));
      for (const example of examplesOf(readme)) {
        const { status, stdout, stderr } = await runExample(example, dir, programs);
        const at = `packages/${folder}/README.md:${example.line}`;
        expect({ at, status, stdout, stderr }).toEqual({ at, status: 0, stdout: example.prints ?? stdout, stderr: '' });
      }
    });
  });
}

describe('when nothing else is on the machine, and git neither', () => {
  const alone = packages.filter(({ folder }) => ['baseline', 'sarif', 'invariants'].includes(folder));

  it.each(alone)('$name does what its README says', async ({ folder, readme }) => {
    const dir = join(place.root, 'programs', folder);
    await mkdir(dir, { recursive: true });
    for (const { code, line, prints } of examplesOf(readme)) {
      const file = join(installed.dir, `${folder}-alone-${line}.mjs`);
      await writeFile(file, stripped(code));
      const ran = await run(process.execPath, [file], { cwd: dir, env: { PATH: dir } });
      expect(ran).toEqual({ status: 0, stdout: prints, stderr: '' });
    }
  });
});

/** Where a README's examples run: a repository below the project that has the packages. */
async function freshRepository(dir: string): Promise<string> {
  await mkdir(dir);
  await writeFile(join(dir, 'package.json'), '{ "name": "example", "version": "1.0.0", "private": true }\n');
  const git = async (...args: string[]): Promise<string> => mustSucceed(await place.tryGit(args, { cwd: dir }));
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', 'Ann');
  await git('config', 'user.email', 'ann@example.com');
  await git('add', 'package.json');
  await git(...NO_HOOKS, 'commit', '--quiet', '-m', 'Start');
  return dir;
}

async function runExample({ language, line, code }: Example, dir: string, programs: string): Promise<Ran> {
  const npm = { npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const options = { cwd: dir, env: { ...place.env, ...npm, PATH: `${programs}:${place.env['PATH']}` } };
  if (language === 'sh') return run('sh', ['-euc', code], options);
  // Beside the folder, which holds only what the README itself makes.
  const file = `${dir}-${line}.mjs`;
  await writeFile(file, language === 'ts' ? stripped(code) : code);
  return run(join(programs, 'node'), [file], options);
}

function stripped(code: string): string {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}
