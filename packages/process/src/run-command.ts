import type { Command, CommandResult, Output } from '@pawl/scanner';
import { environmentFor } from './environment.ts';
import { type Failed, messageOf, toolFailed, toolMissing } from './failed.ts';
import { findTool } from './find-tool.ts';
import { layOut } from './lay-out.ts';
import { type PrivateFolder, withPrivateFolder } from './private-folder.ts';
import { prepareResult, readResult } from './read-result.ts';
import { type ReadyStep, runSteps } from './run-steps.ts';

export interface Surroundings {
  readonly workTree: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Finds the tools outside the work tree, lays out the files, and runs the steps where they can see nothing else of ours. */
export async function runCommand(command: Command, surroundings: Surroundings): Promise<Output> {
  try {
    const ready = await findTools(command, surroundings);
    if ('kind' in ready) return ready;
    return await withPrivateFolder((folder) => runIn(folder, command, ready, surroundings));
  } catch (error) {
    return toolFailed(`${command.steps[0].argv[0]} could not be run: ${messageOf(error)}`);
  }
}

async function findTools(
  { steps }: Command,
  { workTree, environment }: Surroundings,
): Promise<readonly ReadyStep[] | Failed> {
  const ready: ReadyStep[] = [];
  for (const step of steps) {
    const tool = await findTool(step.argv[0], { path: environment['PATH'], workTree });
    if (tool === undefined) return toolMissing(step.argv[0]);
    ready.push({ step, tool });
  }
  return ready;
}

async function runIn(
  folder: PrivateFolder,
  command: Command,
  ready: readonly ReadyStep[],
  { environment }: Surroundings,
): Promise<Output> {
  await layOut(
    folder.files,
    command.files.map(({ file, text }) => ({ path: file, text })),
  );
  await layOut(
    folder.own,
    command.own.map(({ name, text }) => ({ path: name, text })),
  );
  const place = await prepareResult(folder.out);
  const end = await runSteps(command, ready, folder, ({ path }) =>
    environmentFor(environment, { path, temporary: folder.temporary }),
  );
  if (end.kind === 'failed') return end;
  const { steps, bytesLeft } = end;
  const result =
    command.result === undefined
      ? (steps.at(-1) as CommandResult['steps'][number]).stdout
      : await readResult(place, command.result, { bytesLeft, maxOutputBytes: command.maxOutputBytes });
  if (typeof result !== 'string') return result;
  const value: CommandResult = { steps, result, folder: folder.files };
  return { kind: 'done', value };
}
