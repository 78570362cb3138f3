import { execFile } from 'node:child_process';

/** Git ended with a status that the caller did not expect. `words` is the first line that it said. */
export class GitFailure extends Error {
  readonly status: number;
  readonly words: string;

  constructor(args: readonly string[], status: number, stderr: string) {
    const words = stderr.trim().split('\n', 1)[0] ?? '';
    super(`git ${args.join(' ')} ended with ${status}: ${words}`);
    this.name = 'GitFailure';
    this.status = status;
    this.words = words;
  }
}

const PASSED_ON = ['PATH', 'HOME', 'TMPDIR'];

/** The same answer on every machine: no configuration but ours, no replaced objects, file names that are only names. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    // An object that a partial clone left out is a missing case, not a reason to call home.
    GIT_NO_LAZY_FETCH: '1',
    LC_ALL: 'C',
  };
}

export interface GitOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** @throws GitFailure where git ends with another status than 0. */
export function runGit(repo: string, args: readonly string[], { env, input }: GitOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['--git-dir', repo, ...args],
      { encoding: 'buffer', env: { ...plainEnvironment(), ...env }, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (typeof error.code === 'number') reject(new GitFailure(args, error.code, stderr.toString()));
        else reject(error);
      },
    );
    // Git may end before it has read everything; its status says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}
