import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { LOCK } from '../locked-repository.ts';
import { mustSucceed, type Ran, run } from '../run.ts';
import { GUARDED_JS, UNGUARDED_JS } from '../sources.ts';
import {
  type AtTheEnd,
  type Files,
  NO_HOOKS,
  repositoryAt,
  temporaryRepository,
  type TestRepository,
} from '../temporary-repository.ts';

/** The branch on which the agent works. */
export const BRANCH = 'agent/x';

/** A name that is honest and that git quotes. */
export const ODD = 'an "odd" näme.js';

/** What an agent has before it: a repository that is locked, and the bare one that it pushes to. */
export interface Scene extends TestRepository {
  readonly remote: string;
  /** The commit that brought the guard. */
  readonly fix: string;
  /** Stores a commit and moves nothing: no hook of any kind is fired. */
  store(files: Files, options?: StoreOptions): Promise<string>;
  /** Stores an object as it is, which no ordinary command would write. */
  storeRaw(type: 'blob' | 'tree' | 'commit', bytes: Buffer): Promise<string>;
  /** Brings a commit to the remote with no hook of this machine. */
  send(commit: string, ref?: string): Promise<Ran>;
  /** Runs one command after the other, up to the first that fails. */
  steps(...commands: readonly (readonly string[])[]): Promise<Ran>;
}

export interface StoreOptions {
  readonly parents?: readonly string[];
  readonly message?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The repository that both worlds start from, before anybody guards it. */
const START: Files = {
  'app.js': UNGUARDED_JS,
  [ODD]: GUARDED_JS,
  '.gitignore': 'node_modules\n',
  'package.json': '{ "name": "shop", "private": true, "devDependencies": { "pawl": "0.1.0" } }\n',
  'pages.js':
    "const PAGES = { help: 'Help', about: 'About' };\n\nexport function page(name) {\n  return PAGES[name];\n}\n",
  'server.js':
    "import { page } from './pages.js';\n\nexport function show(req, res) {\n  res.json({ text: page('help') });\n}\n",
};

/** Sets up what is to be attacked; and says where its remote is, where that is another one than an ordinary bare repository. */
export type Guard = (scene: Scene) => Promise<string | undefined>;

/** A repository with a history, and a bare remote that has all of it. Each call puts everything back to the start. */
export async function stage(guard: Guard, atTheEnd: AtTheEnd): Promise<() => Promise<Scene>> {
  const repository = await temporaryRepository(START, atTheEnd);
  const fix = await repository.commit('Keep names inside the root', { 'app.js': GUARDED_JS });
  await program(join(repository.dir, '.githooks/pre-commit'), '#!/bin/sh\nnpm run lint\n');
  await repository.git('add', '.githooks');
  await repository.commit('Lint before a commit');
  const plain = sceneAt(repository, fix, join(repository.root, 'remote.git'));
  await repository.git('init', '--quiet', '--bare', '--initial-branch=main', plain.remote);
  const remote = (await guard(plain)) ?? plain.remote;
  const lock = (await repository.tryGit(['rev-parse', '--quiet', '--verify', LOCK])).status === 0 ? [LOCK] : [];
  await repository.git(...NO_HOOKS, 'push', '--quiet', remote, 'main', ...lock);
  await repository.git('switch', '--quiet', '--create', BRANCH);
  await keepCopy(repository.root);
  return async () => {
    await putBack(repository.root);
    return sceneAt(repository, fix, remote);
  };
}

const COPY = 'as it was';

async function keepCopy(root: string): Promise<void> {
  await mkdir(join(root, 'beside'), { recursive: true });
  const parts = await readdir(root);
  await mkdir(join(root, COPY));
  await copy(root, parts, COPY);
}

/** Everything lies where it lay, because hooks name their places. */
async function putBack(root: string): Promise<void> {
  const parts = (await readdir(root)).filter((part) => part !== COPY);
  await Promise.all(parts.map((part) => rm(join(root, part), { recursive: true, force: true })));
  await copy(join(root, COPY), await readdir(join(root, COPY)), root);
}

async function copy(from: string, parts: readonly string[], to: string): Promise<void> {
  mustSucceed(await run('cp', ['-a', ...parts, to], { cwd: from, env: process.env }));
}

function sceneAt(repository: TestRepository, fix: string, remote: string): Scene {
  const { git, tryGit } = repository;
  return {
    ...repository,
    remote,
    fix,
    store: (files, options = {}) => storeCommit(repository, files, options),
    storeRaw: (type, bytes) => writeLoose(repository.dir, type, bytes),
    send: async (commit, ref = `refs/heads/${BRANCH}`) => {
      return tryGit([...NO_HOOKS, 'push', '--quiet', '--force', remote, `${commit}:${ref}`]);
    },
    steps: async (...commands) => {
      let last: Ran = { status: 0, stdout: await git('rev-parse', 'HEAD'), stderr: '' };
      for (const command of commands) {
        if (last.status !== 0) break;
        last = await tryGit(command);
      }
      return last;
    },
  };
}

/** With an index of its own; names are given as bytes, so that any will do. */
async function storeCommit(
  { root, git, tryGit }: TestRepository,
  files: Files,
  { parents = ['HEAD'], message = 'x', env = {} }: StoreOptions,
): Promise<string> {
  const index = { env: { GIT_INDEX_FILE: join(root, 'beside', 'index') } };
  mustSucceed(await tryGit(['read-tree', parents[0] ?? 'HEAD'], index));
  for (const [path, content] of Object.entries(files)) {
    const blob = mustSucceed(await tryGit(['hash-object', '-w', '--stdin'], { input: String(content) }));
    mustSucceed(await tryGit(['update-index', '-z', '--index-info'], { ...index, input: `100644 ${blob}\t${path}\0` }));
  }
  const tree = mustSucceed(await tryGit(['write-tree'], index));
  const ids = await Promise.all(parents.map((parent) => git('rev-parse', parent)));
  const args = ['commit-tree', tree, '-m', message, ...ids.flatMap((id) => ['-p', id])];
  return mustSucceed(await tryGit(args, { env }));
}

/** As a library would, which knows nothing of hooks. */
async function writeLoose(dir: string, type: string, bytes: Buffer): Promise<string> {
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const id = createHash('sha1').update(whole).digest('hex');
  const file = join(dir, '.git/objects', id.slice(0, 2), id.slice(2));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, deflateSync(whole, { level: 1 }));
  return id;
}

/** One entry of a tree, in the bytes that git stores. */
export function treeEntry(mode: string, name: string | Buffer, id: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')]);
}

/** The same words for another folder of the scene. */
export function besideAt({ root }: Pick<Scene, 'root'>, name: string): TestRepository {
  return repositoryAt(root, join(root, 'beside', name));
}

/** A clone of the agent's own, with no hooks, in which somebody may commit. */
export async function cloneBeside(scene: Scene, name: string): Promise<TestRepository> {
  const clone = besideAt(scene, name);
  await scene.git('clone', '--quiet', '.', clone.dir);
  await clone.git('config', 'user.name', 'T');
  await clone.git('config', 'user.email', 't@localhost');
  return clone;
}

/** A program of the attacker's, which does as little as it can. */
export async function program(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o755 });
}
