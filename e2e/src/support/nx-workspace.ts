import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectsOf, workspaceFiles, type WorkspaceProject, type WorkspaceShape } from '@pawl/nx-bench';
import { pinnedModules, thirdParties } from './pinned-modules.ts';
import { run, type Ran } from './run.ts';
import {
  type AtTheEnd,
  type Files,
  repositoryAt,
  SETTINGS,
  temporaryRepository,
  type TestRepository,
  type Where,
} from './temporary-repository.ts';

export interface NxWorkspace extends TestRepository {
  readonly projects: readonly WorkspaceProject[];
  /** Runs the workspace's own Nx: without its daemon unless the environment says so, and with no cache but the workspace's own. */
  nx(args: readonly string[], where?: Where): Promise<Ran>;
  /** Runs a command of an installed package. */
  installed(command: string, args: readonly string[], where?: Where): Promise<Ran>;
  /** A clone on another machine: it has the lock and what is installed, and a home, a memory and caches of its own. */
  clone(name: string): Promise<NxWorkspace>;
}

/** As one machine in CI runs it. The display of tasks is the same whoever looks. */
const NX_ENV = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

/**
 * A workspace of generated projects under git, with this workspace's version of Nx installed, and all else that our packages take from others:
 * to install ours from a registry of this machine asks no other.
 */
export async function nxWorkspace(shape: WorkspaceShape, atTheEnd: AtTheEnd, more: Files = {}): Promise<NxWorkspace> {
  const files: Record<string, string | Uint8Array> = { ...workspaceFiles(shape), ...more };
  const repository = await temporaryRepository(undefined, atTheEnd);
  await installNx(repository.dir, files);
  await repository.write(files);
  await repository.git('add', '--all');
  await repository.commit('start');
  return workspaceAt(repository, projectsOf(shape));
}

/** What `npm install` would leave behind, in the folder and in the manifest. */
async function installNx(dir: string, files: Record<string, string | Uint8Array>): Promise<void> {
  const wanted = ['@nx/devkit', 'nx', 'typescript'];
  const pinned = await pinnedModules(dir, [...wanted, ...(await thirdParties())]);
  const devDependencies = Object.fromEntries(wanted.map((name) => [name, pinned[`node_modules/${name}`]?.version]));
  const manifest = { ...(JSON.parse(String(files['package.json'])) as object), devDependencies };
  files['package.json'] = `${JSON.stringify(manifest, null, 2)}\n`;
  const lock = {
    name: 'acme',
    version: '0.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, ...pinned },
  };
  await writeFile(join(dir, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}

function workspaceAt(repository: TestRepository, projects: readonly WorkspaceProject[]): NxWorkspace {
  const { root, dir } = repository;
  const installed: NxWorkspace['installed'] = (command, args, { cwd = dir, env, ...rest } = {}) =>
    run(join(dir, 'node_modules/.bin', command), args, { cwd, env: { ...repository.env, ...NX_ENV, ...env }, ...rest });
  return {
    ...repository,
    projects,
    installed,
    nx: (args, where) => installed('nx', args, where),
    async clone(name) {
      const machine = join(root, name);
      for (const folder of ['home', 'state']) await mkdir(join(machine, folder), { recursive: true });
      await repository.git('clone', '--quiet', dir, join(machine, 'repository'));
      const copy = repositoryAt(machine, join(machine, 'repository'));
      for (const [key, value] of SETTINGS) await copy.git('config', key, value);
      await copy.git('fetch', '--quiet', 'origin', '+refs/pawl/lock/*:refs/pawl/lock/*');
      await symlink(join(dir, 'node_modules'), join(copy.dir, 'node_modules'));
      return workspaceAt(copy, projects);
    },
  };
}
