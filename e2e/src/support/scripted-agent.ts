import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestRepository } from './temporary-repository.ts';

/** What the agent does in one iteration. */
export interface Played {
  /** What it writes; `null` deletes a file. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** Shell lines that it runs after that, in the work tree. */
  readonly run?: string;
}

/** All that reached the agent in one iteration. */
export interface Seen {
  readonly input: string;
  readonly feedback: string;
  readonly env: string;
}

export interface ScriptedAgent {
  /** The command line that runs it. */
  readonly command: string;
  /** In which iterations it ran, in their order; one that ran twice is there twice. */
  runs(): Promise<readonly number[]>;
  seen(iteration: number): Promise<Seen>;
}

/** A shell script that plays what was recorded, iteration by iteration, and keeps what it was given. After the last one it does nothing. */
export async function scriptedAgent({ root }: TestRepository, iterations: readonly Played[]): Promise<ScriptedAgent> {
  const folder = join(root, 'agent');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'seen'), { recursive: true });
  for (const [at, played] of iterations.entries()) await writeIteration(join(folder, String(at + 1)), played);
  const script = join(folder, 'agent.sh');
  await writeFile(script, scriptIn(folder));
  await chmod(script, 0o755);
  const seen = (name: string): Promise<string> => readFile(join(folder, 'seen', name), 'utf8');
  return {
    command: `sh '${script}'`,
    async runs() {
      return (await seen('runs').catch(() => '')).split('\n').filter(Boolean).map(Number);
    },
    async seen(iteration) {
      const [input, feedback, env] = await Promise.all(
        ['input', 'feedback', 'env'].map((name) => seen(`${iteration}.${name}`)),
      );
      return { input: input ?? '', feedback: feedback ?? '', env: env ?? '' };
    },
  };
}

function scriptIn(folder: string): string {
  return `seen='${folder}/seen'
echo "$PAWL_ITERATION" >> "$seen/runs"
cat > "$seen/$PAWL_ITERATION.input"
cat "$PAWL_FEEDBACK" > "$seen/$PAWL_ITERATION.feedback"
env | sort > "$seen/$PAWL_ITERATION.env"
played='${folder}/'"$PAWL_ITERATION"
[ -d "$played" ] || exit 0
cp -R "$played/files/." .
. "$played/run.sh"
`;
}

async function writeIteration(folder: string, { files = {}, run = '' }: Played): Promise<void> {
  await mkdir(join(folder, 'files'), { recursive: true });
  const removals: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    if (text === null) removals.push(`rm -f '${path}'`);
    await mkdir(dirname(file), { recursive: true });
    if (text !== null) await writeFile(file, text);
  }
  await writeFile(join(folder, 'run.sh'), `${[...removals, run].join('\n')}\n`);
}
