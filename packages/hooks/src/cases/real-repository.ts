import { execFile, spawn } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { type HookGit, installHooks, type HookReport, type InstallOptions } from '../index.ts';

const run = promisify(execFile);

/** What the recording hook saw, once per time that it was started. */
export interface Recorded {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly index: string | null;
  readonly stdin: string;
  readonly nodeOptions: string | null;
}

const RECORDER = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const here = (name) => new URL(name, import.meta.url);
appendFileSync(here('record.jsonl'), JSON.stringify({
  argv: process.argv.slice(2), cwd: process.cwd(), index: process.env.GIT_INDEX_FILE ?? null,
  stdin: readFileSync(0, 'utf8'), nodeOptions: process.env.NODE_OPTIONS ?? null,
}) + '\\n');
if (existsSync(here('order.txt'))) appendFileSync(here('order.txt'), 'pawl\\n');
if (existsSync(here('refuse'))) process.exit(1);
`;

/** A real repository in a folder with an awkward name, a recording hook outside of it, and a home of its own. */
export class RealRepository {
  readonly root: string;
  readonly topLevel: string;
  readonly tool: string;
  readonly env: NodeJS.ProcessEnv;

  private constructor(root: string) {
    this.root = root;
    this.topLevel = join(root, "it's a $(work) tree");
    this.tool = join(root, 'tool "box" $HOME');
    this.env = {
      PATH: process.env['PATH'],
      HOME: join(root, 'home'),
      GIT_CONFIG_NOSYSTEM: '1',
      LC_ALL: 'C',
    };
  }

  static async create(): Promise<RealRepository> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-hooks-')));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const repository = new RealRepository(root);
    await mkdir(join(root, 'home'));
    await mkdir(repository.topLevel);
    await mkdir(repository.tool);
    await writeFile(repository.hookFile, RECORDER);
    await repository.git('init', '-q', '-b', 'main');
    for (const [key, value] of [
      ['user.name', 'A'],
      ['user.email', 'a@example.invalid'],
      ['commit.gpgSign', 'false'],
      ['gc.auto', '0'],
    ] as const) {
      await repository.git('config', key, value);
    }
    await repository.write('.gitignore', 'node_modules\n');
    await repository.git('add', '.gitignore');
    await repository.git('commit', '-q', '-m', 'start');
    return repository;
  }

  get hookFile(): string {
    return join(this.tool, 'hook.mjs');
  }

  get commonDir(): string {
    return join(this.topLevel, '.git');
  }

  async git(...args: string[]): Promise<string> {
    return (await run('git', args, { cwd: this.topLevel, env: this.env })).stdout;
  }

  /** Runs git somewhere, with other variables, and says how it ended instead of throwing. */
  async tryGit(args: string[], { cwd = this.topLevel, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
    return new Promise<{ status: number | null; stderr: string }>((resolve, reject) => {
      const child = spawn('git', args, { cwd, env: { ...this.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stderr }));
    });
  }

  async write(path: string, text: string, mode = 0o644): Promise<void> {
    const file = join(this.topLevel, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { mode });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.topLevel, path), 'utf8');
  }

  /** Changes a file and stages it. */
  async stage(text: string, path = 'file.txt'): Promise<void> {
    await this.write(path, text);
    await this.git('add', path);
  }

  port(cwd = this.topLevel): HookGit {
    const options = { cwd, env: this.env };
    return {
      getConfig: async (key) => {
        try {
          return (await run('git', ['config', '--get', key], options)).stdout.replace(/\n$/u, '');
        } catch (error) {
          if ((error as { code?: unknown }).code === 1) return undefined;
          throw error;
        }
      },
      setConfig: async (key, value) => {
        await run('git', ['config', key, value], options);
      },
      unsetConfig: async (key) => {
        await run('git', ['config', '--unset-all', key], options);
      },
    };
  }

  install(options: Partial<InstallOptions> = {}): Promise<HookReport> {
    const { topLevel, commonDir, hookFile } = this;
    return installHooks({
      topLevel,
      commonDir,
      hookFile,
      nodeFile: process.execPath,
      git: this.port(),
      dryRun: false,
      ...options,
    });
  }

  /** Every start of the hook so far. */
  async recorded(): Promise<readonly Recorded[]> {
    const file = join(this.tool, 'record.jsonl');
    if (!existsSync(file)) return [];
    return (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as Recorded);
  }

  /** The hooks that ran Pawl so far, by name. */
  async judged(): Promise<readonly string[]> {
    return (await this.recorded()).map(({ argv }) => argv[0] ?? '');
  }

  /** From now on Pawl and whatever appends to the returned file write down the order in which they run. */
  async order(): Promise<{ readonly file: string; readonly lines: () => Promise<readonly string[]> }> {
    const file = join(this.tool, 'order.txt');
    await writeFile(file, '');
    return { file, lines: async () => (await readFile(file, 'utf8')).trimEnd().split('\n') };
  }

  refuse(): Promise<void> {
    return writeFile(join(this.tool, 'refuse'), '');
  }

  /** Every file of the work tree and of the git directory, with its bytes and permissions; objects and logs left out. */
  async everything(): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for (const entry of await readdir(this.topLevel, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || path.includes('/.git/objects/')) continue;
      files.set(path, `${(await stat(path)).mode.toString(8)} ${await readFile(path, 'latin1')}`);
    }
    return files;
  }
}
