import type { Command, CommandResult, Step } from '@pawl/scanner';
import { type Failed, toolFailed } from './failed.ts';
import type { PrivateFolder } from './private-folder.ts';
import type { Tool } from './resolve-tool.ts';
import { type Ended, spawnLimited } from './spawn-limited.ts';
import { strictUtf8 } from './strict-utf8.ts';

export interface ReadyStep {
  readonly step: Step;
  readonly tool: Tool;
}

export interface StepsEnd {
  readonly kind: 'ended';
  readonly steps: CommandResult['steps'];
  /** Of the bytes that the command may write. */
  readonly bytesLeft: number;
}

type EnvironmentOf = (tool: Tool) => Readonly<Record<string, string>>;

/** Runs the steps in order under limits that they share, up to the first that does not end well. */
export async function runSteps(
  command: Command,
  ready: readonly ReadyStep[],
  folder: PrivateFolder,
  environmentOf: EnvironmentOf,
): Promise<StepsEnd | Failed> {
  const deadline = performance.now() + command.timeoutMs;
  const steps: CommandResult['steps'][number][] = [];
  let bytesLeft = command.maxOutputBytes;
  for (const { step, tool } of ready) {
    const [name, ...args] = step.argv;
    const end = await spawnLimited({
      name,
      tool: tool.file,
      args: args.map((argument) => inPlace(argument, folder)),
      // An interpreter that adds its current folder to its search path must not find a module of the tree under test.
      cwd: folder.empty,
      env: environmentOf(tool),
      limits: command,
      left: { ms: deadline - performance.now(), bytes: bytesLeft },
    });
    if (end.kind === 'failed') return end;
    const said = readStep(step, end);
    if ('kind' in said) return said;
    steps.push(said);
    bytesLeft -= end.stdout.length + end.stderr.length;
  }
  return { kind: 'ended', steps, bytesLeft };
}

function inPlace(argument: string, folder: PrivateFolder): string {
  return argument.replace(/\{(files|own|out)\}/gu, (_, part: 'files' | 'own' | 'out') => folder[part]);
}

function readStep({ argv: [name], okStatus }: Step, end: Ended): CommandResult['steps'][number] | Failed {
  // For people, and never the result: a stray byte in a warning is no reason to lose a scan.
  const stderr = end.stderr.toString('utf8');
  if (!okStatus.includes(end.status)) {
    return toolFailed(`${name} ended with status ${String(end.status)}${lastLine(stderr)}`);
  }
  const stdout = strictUtf8(end.stdout);
  if (stdout === undefined) return toolFailed(`${name} wrote something that is not UTF-8`);
  return { status: end.status, stdout, stderr };
}

function lastLine(stderr: string): string {
  const line = stderr.trim().split('\n').at(-1) ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
