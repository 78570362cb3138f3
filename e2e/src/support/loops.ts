import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ran } from './run.ts';
import type { ScriptedAgent } from './scripted-agent.ts';
import type { TestRepository } from './temporary-repository.ts';

/** Functional tests of one sum; they say nothing when they are green. */
export const TESTS_JS = `import { sum } from './src/sum.js';

if (sum(1, 2) !== 3) {
  console.log('expected 3, got', sum(1, 2));
  process.exitCode = 1;
}
`;

export interface PlayedLoop {
  readonly ran: Ran;
  /** What only the person is told. */
  readonly human: { readonly text: string; readonly violated: readonly string[] };
  /** Of the case; empty where there is none. */
  readonly number: string;
}

/** The words of the command that runs it. */
export function loopArgs(agent: Pick<ScriptedAgent, 'command'>, ...more: readonly string[]): readonly string[] {
  return ['loop', '--agent', agent.command, '--test', 'node test.mjs', ...more];
}

/** Runs a loop for a person who reads along. */
export async function loopOf(
  repository: TestRepository,
  agent: Pick<ScriptedAgent, 'command'>,
  ...more: readonly string[]
): Promise<PlayedLoop> {
  const ran = await repository.pawl([...loopArgs(agent, ...more), '--audience', 'human']);
  const violated = [...ran.stderr.matchAll(/^ {2}violated .*\((.*)\)$/gmu)].map((match) => match[1] ?? '');
  const number = /^pawl: stopped, case ([0-9a-f]{8})\. /mu.exec(ran.stdout)?.[1] ?? '';
  return { ran, human: { text: ran.stderr, violated }, number };
}

/** What earlier tests of the file left: the runs, and the branches that stopped work lies on. */
export async function forgetRuns({ dir, git }: TestRepository): Promise<void> {
  await rm(join(dir, '.git/pawl/runs'), { recursive: true, force: true });
  const refs = await git('for-each-ref', '--format=%(refname)', 'refs/heads/pawl/');
  for (const ref of refs.split('\n').filter(Boolean)) await git('update-ref', '-d', ref);
}

/** What is written down of the only run. */
export async function runIn({ dir }: TestRepository): Promise<{
  readonly loop: string;
  readonly state: { readonly phase: string; readonly iteration: number };
  readonly child: { readonly pid: number } | null;
}> {
  const folder = join(dir, '.git/pawl/runs');
  const [name, ...more] = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  if (name === undefined || more.length > 0) throw new Error(`not one run in ${folder}`);
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}
