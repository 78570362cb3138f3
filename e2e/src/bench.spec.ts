import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { removedAfterAll } from './support/removed-after-all.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { emptyFolder, repositoryAt, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const HUMAN = ['--format', 'json', '--audience', 'human'];
const HOSTILE = 'größe "2" ::error::.js';
/** Two lines of a report, so that no tree that has it is judged. */
const TWO_LINES = 'one\ntwo.js';

interface Bench {
  readonly counts: Readonly<
    Record<
      'ordinary' | 'put-back' | 'fix',
      { readonly judged: number; readonly stopped: number; readonly couldNotTell: number }
    >
  >;
  readonly history: { readonly leftOut: readonly { readonly why: string }[] };
  readonly standard: { readonly configuration: string };
  readonly stopped: readonly {
    readonly commit: string;
    readonly command: string;
    readonly reasons: readonly { rule: string }[];
  }[];
  readonly couldNotTell: readonly { readonly commit: string; readonly reasons: readonly { rule: string }[] }[];
  readonly fixes: readonly {
    readonly commit: string;
    readonly by: string;
    readonly words: readonly string[];
    readonly putBack: { readonly state: string };
    readonly asMade: { readonly state: string };
  }[];
  readonly time: { readonly reused: number };
}

const atTheEnd = removedAfterAll();
let repository: TestRepository;
let before: string;
let first: Bench;
const made: Record<string, string> = {};

/** A past with a fix, a lost guard, and what histories hold besides code. */
beforeAll(async () => {
  repository = await temporaryRepository({ 'app.js': UNGUARDED_JS, 'other.js': GUARDED_JS }, atTheEnd);
  const commit = async (name: string, message: string, files: Readonly<Record<string, string | Uint8Array>> = {}) => {
    made[name] = await repository.commit(message, files);
  };
  await commit('picture', 'a picture', { 'logo.png': new Uint8Array([0x89, 0x50, 0, 1, 2, 3]) });
  await commit('hostile', 'names \u001b[2J ::error::', { [HOSTILE]: 'export const size = 2;\n' });
  await commit('two lines', 'another name', { [TWO_LINES]: 'export const two = 2;\n' });
  await repository.git('rm', '--quiet', TWO_LINES);
  await commit('one line', 'a better name');
  await repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},vendor/lib`);
  await commit('submodule', 'borrow a library');
  await commit('huge', 'generated', { 'big.js': `export const all = [\n${'1,\n'.repeat(600_000)}];\n` });
  await commit('broken', 'half of a file', { 'half.js': 'export function half( {\n' });
  await commit('fix', 'Fix path traversal in the store', { 'app.js': GUARDED_JS, 'test/app.test.js': 'test("a");\n' });
  await commit('lost', 'shorter', { 'other.js': UNGUARDED_JS });
  await repository.git('checkout', '--quiet', '-b', 'beside', 'HEAD~1');
  await commit('beside', 'notes', { 'notes.md': '# notes\n' });
  await repository.git('checkout', '--quiet', 'main');
  await repository.git('merge', '--quiet', '--no-ff', '-m', 'joined', 'beside');
  for (let at = 0; at < 8; at += 1) await commit(`prose${at}`, `say ${at}`, { 'README.md': `${at}\n` });
  await repository.write({ 'not-committed.js': 'eval(process.argv[2]);\n' });
  before = everythingIn(repository.dir);
  first = await bench();
});

async function bench(...args: readonly string[]): Promise<Bench> {
  return benchOf(repository, ...args);
}

async function benchOf({ pawl }: TestRepository, ...args: readonly string[]): Promise<Bench> {
  const { status, stdout, stderr } = await pawl(['bench', ...HUMAN, '--jobs', '2', ...args]);
  if (status !== 0) throw new Error(`ended with ${status}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Bench;
}

/** Every file with its content, those of git too. */
function everythingIn(dir: string): string {
  const paths = readdirSync(dir, { recursive: true }).map((path) => join(dir, String(path)));
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    const stats = lstatSync(path);
    hash.update(`${path}\0${stats.mode}\0`);
    if (stats.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (stats.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

describe('when a past is replayed', () => {
  it('the commit that lost a guard is stopped, and the one whose code lies elsewhere', () => {
    expect(first.stopped.map(({ commit }) => commit)).toEqual([made['lost'], made['submodule']]);
    expect(first.stopped[1]?.reasons.map(({ rule }) => rule)).toContain('submodule');
    expect(first.counts.ordinary).toMatchObject({ judged: 17, stopped: 2, couldNotTell: 4 });
  });

  it('the command beside it shows it', async () => {
    const [, ...args] = first.stopped[0]?.command.split(' ') ?? [];
    const { status, stdout } = await repository.pawl(args);
    expect(status).toBe(1);
    expect(stdout).toContain('other.js');
  });

  it('a fix is found by its message, stopped when it is put back, and not as it was made', () => {
    expect(first.fixes).toEqual([
      expect.objectContaining({
        commit: made['fix'],
        by: 'message',
        words: ['path traversal'],
        putBack: expect.objectContaining({ state: 'stopped' }) as unknown,
        asMade: expect.objectContaining({ state: 'clean' }) as unknown,
      }),
    ]);
  });

  it('what nobody can read could not be told, each with its reason', () => {
    const why = first.couldNotTell.map(({ commit, reasons }) => [commit, reasons.map(({ rule }) => rule)]);
    expect(why).toEqual([
      [made['broken'], expect.arrayContaining(['syntax-error']) as unknown],
      [made['huge'], expect.arrayContaining(['too-large']) as unknown],
      [made['one line'], ['hostile-path']],
      [made['two lines'], ['hostile-path']],
    ]);
  });

  it('the first commit is left out, and so are merges', () => {
    expect(first.history.leftOut).toEqual([expect.objectContaining({ why: 'first-commit' })]);
  });

  it('nothing in the repository is another byte', () => {
    expect(everythingIn(repository.dir)).toBe(before);
  });

  it('the document is as its schema says', async () => {
    const schema = JSON.parse(readFileSync(join(WORKSPACE, 'packages/cli/schema/bench.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(first);
    expect(validate.errors).toBeNull();
  });

  it('an agent learns that it is done, and no more', async () => {
    const { status, stdout } = await repository.pawl(['bench', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ schema: 'pawl/bench@1', audience: 'agent', judged: 19 });
    const text = await repository.pawl(['bench']);
    expect(text.stdout).not.toMatch(/other\.js|lost|stopped/u);
  });

  it('the fixes may be named, or left alone', async () => {
    const named = await bench('--fixes', `${made['lost']},${made['fix']}`);
    expect(named.fixes.map(({ commit, by }) => [commit, by])).toEqual([
      [made['lost'], 'given'],
      [made['fix'], 'given'],
    ]);
    expect((await bench('--fixes', 'none')).counts['put-back'].judged).toBe(0);
    const { status, stderr } = await repository.pawl(['bench', '--fixes', `nowhere,${made['prose0']}`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/"nowhere" names no commit[^]*changes no code/u);
  });

  it('what is on disk decides, for all of the past', async () => {
    await repository.write({ 'pawl.config.jsonc': '{ "exclude": ["other.js", "half.js", "big.js", "vendor/**"] }' });
    const other = await bench();
    expect(other.standard.configuration).toBe('work-tree');
    expect(other.counts.ordinary).toMatchObject({ judged: 17, stopped: 0, couldNotTell: 2 });
    expect(other.time.reused).toBe(0);
    await repository.git('clean', '--quiet', '-f', 'pawl.config.jsonc');
  });
});

describe('when a run is made again', () => {
  it('nothing is judged twice, and more commits go on from there', async () => {
    expect((await bench()).time.reused).toBe(17);
    expect((await bench('--fresh')).time.reused).toBe(0);
    const range = ['--range', `${made['lost']}..HEAD`, '--fixes', 'none'];
    const some = await bench(...range);
    expect([some.counts.ordinary.judged, some.time.reused]).toEqual([9, 9]);
  });

  it('one that was ended goes on', async () => {
    const env = { ...repository.env, XDG_CACHE_HOME: join(repository.root, 'another-cache') };
    const ended = await endedAtFirst(['bench', '--jobs', '1', '--audience', 'human'], env);
    expect(ended).toEqual({ status: 2, stderr: expect.stringContaining('run the same command again') as unknown });
    const { stdout } = await repository.pawl(['bench', ...HUMAN], { env });
    const { time, counts } = JSON.parse(stdout) as Bench;
    expect(time.reused).toBeGreaterThan(0);
    expect(counts).toEqual(first.counts);
  });
});

/** Ends a run as Ctrl-C does, once it has judged something. */
function endedAtFirst(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly status: number | null; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PAWL, ...args], {
      cwd: repository.dir,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (/ [1-9]\d* of /u.test(text)) child.kill('SIGINT');
    });
    child.once('close', (status) => resolve({ status, stderr }));
  });
}

describe('when there is little past', () => {
  it('a shallow clone says where it is cut', async () => {
    const dir = join(repository.root, 'shallow');
    await repository.git('clone', '--quiet', '--depth', '3', `file://${repository.dir}`, dir);
    const shallow = repositoryAt(repository.root, dir);
    const { counts, history } = await benchOf(shallow);
    expect(counts.ordinary.judged).toBe(2);
    expect(history.leftOut.map(({ why }) => why)).toEqual(['history-cut']);
  });

  it('a bare clone is judged as well', async () => {
    const dir = join(repository.root, 'bare.git');
    await repository.git('clone', '--quiet', '--bare', repository.dir, dir);
    expect((await bench('--repo', dir)).counts).toEqual(first.counts);
  });

  it('no commit, and one commit, are told apart from a past that is well', async () => {
    const { pawl, git, commit } = await temporaryRepository(undefined);
    const none = await pawl(['bench']);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('there is no commit yet')]);
    await commit('start', { 'a.js': 'export {};\n' });
    const one = await pawl(['bench']);
    expect([one.status, one.stderr]).toEqual([2, expect.stringContaining('nothing to compare it with')]);
    await git('commit', '--quiet', '--allow-empty', '-m', 'two');
    expect((await pawl(['bench'])).status).toBe(0);
  });

  it('what is no repository, no range, no date and no number is said so', async () => {
    const { pawl } = await emptyFolder();
    expect((await pawl(['bench'])).status).toBe(2);
    for (const args of [
      ['--range', 'main'],
      ['--range', 'a..b..c'],
      ['--since', 'lately'],
      ['--commits', '0'],
      ['--jobs', 'x'],
    ]) {
      const { status, stdout, stderr } = await repository.pawl(['bench', ...args]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('next:');
    }
  });
});
