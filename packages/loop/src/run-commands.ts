import { writePrivateFile } from '@pawl/ledger';
import { agentEnvironment } from './agent-environment.ts';
import type { CommandEnd } from './machine.ts';
import type { Run } from './run-document.ts';
import type { RunFiles } from './run-files.ts';
import { runShell, type ShellCommand } from './run-shell.ts';
import type { WorkPlace } from './work-place.ts';

/** Gives the agent what the tests said, on standard input and in a file, and nothing else. */
export async function runAgent(run: Run, place: WorkPlace, files: RunFiles): Promise<CommandEnd> {
  const { feedback, iteration } = run.state;
  await writePrivateFile(files.feedback, feedback);
  const { request, context } = place;
  return timed('agent', place, run, files, {
    line: request.agent,
    env: agentEnvironment(context.env, { PAWL_FEEDBACK: files.feedback, PAWL_ITERATION: String(iteration) }),
    input: feedback,
    timeoutMs: request.agentTimeoutMs,
    log: files.agentLog,
  });
}

export function runTests(run: Run, place: WorkPlace, files: RunFiles): Promise<CommandEnd> {
  const { request, context } = place;
  return timed('tests', place, run, files, {
    line: request.test,
    env: agentEnvironment(context.env),
    input: '',
    timeoutMs: request.testTimeoutMs,
    log: files.testLog,
  });
}

async function timed(
  what: 'agent' | 'tests',
  { ports, context, topLevel }: WorkPlace,
  run: Run,
  files: RunFiles,
  command: Omit<ShellCommand, 'cwd' | 'signal' | 'started'>,
): Promise<CommandEnd> {
  const { iteration } = run.state;
  ports.tell({ event: 'started', what, iteration });
  const began = context.now().getTime();
  const started: ShellCommand['started'] = (child) => files.save({ ...run, child });
  const end = await runShell({ ...command, cwd: topLevel, signal: ports.signal, started });
  const seconds = Math.max(0, Math.round((context.now().getTime() - began) / 1000));
  ports.tell({ event: what, iteration, result: resultOf(what, end), seconds });
  return end;
}

function resultOf(what: 'agent' | 'tests', end: CommandEnd): string {
  switch (end.kind) {
    case 'ended':
      if (what === 'tests') return end.status === 0 ? 'green' : 'red';
      return end.status === 0 ? 'done' : `ended with ${end.status}`;
    case 'timed-out':
      return 'took too long';
    case 'killed':
      return `ended by ${end.signal}`;
    case 'not-started':
      return 'could not be run';
    case 'interrupted':
      return 'interrupted';
  }
}
