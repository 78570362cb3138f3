import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Run } from 'sarif';
import { ValidatorError } from './validator-error.ts';
import { requireValidator } from './validator.ts';

/** Ten megabytes are its default limit, and it passes over what is longer. */
const COMMAND = ['validate', '--rule-kind', 'Sarif;Gh', '--max-file-size-in-kb', '1000000'];

/** Runs the validator over files in the order given, and gives what it says of them: its own log, not its exit status. */
export async function runValidator(logs: ReadonlyMap<string, string>): Promise<Run> {
  const { program } = requireValidator();
  // npm does not run the package's own script, which would do this.
  await chmod(program, 0o755);
  const folder = await mkdtemp(join(tmpdir(), 'pawl-sarif-check-'));
  try {
    for (const [name, text] of logs) await writeFile(join(folder, name), text);
    await run(program, [...COMMAND, ...logs.keys(), '--output', 'output.json'], folder);
    return onlyRun(await readFile(join(folder, 'output.json'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  // With a home of its own, in which it may unpack itself.
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, LC_ALL: 'C.UTF-8' };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', (cause) => reject(new ValidatorError('not-run', 'it could not be started', { cause })));
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new ValidatorError('not-run', `it ended with ${status}: ${said.slice(0, 500)}`));
    });
  });
}

function onlyRun(text: string): Run {
  const [only] = (JSON.parse(text.replace(/^\ufeff/u, '')) as Log).runs;
  const invocations = only?.invocations ?? [];
  if (only === undefined || !invocations.every(({ executionSuccessful }) => executionSuccessful)) {
    throw new ValidatorError('not-run', 'its log says that it failed');
  }
  return only;
}
