import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { run } from '@pawl/process';
import type { Command, Output, Step } from '@pawl/scanner';
import { LieBelieved } from './lie-believed.ts';
import type { HonestRun } from './subject.ts';

/** What the fake tool does in one run. */
export interface Act {
  readonly says: HonestRun;
  /** The result in bytes, where they are not the text of `says`. */
  readonly bytes?: Uint8Array;
  /** The step in which it misbehaves, and how; otherwise it just says what it has to say. */
  readonly step?: number;
  readonly deed?: Deed;
}

/** A piece of a POSIX shell script. */
export type Deed = (says: Speech) => string;

/** Pieces of a POSIX shell script that do what an honest tool does in one step. */
export interface Speech {
  /** Everything of this step, without its end. */
  readonly all: string;
  /** Prints the result. */
  readonly result: string;
  /** Where the result belongs, if not into what is printed. */
  readonly file: string | undefined;
  readonly end: string;
}

/**
 * Runs a command with a fake tool in place of each of its tools: a script outside every work tree, first on `PATH`. It is
 * the real runner that finds it, limits it and reads what it left.
 */
export function runFakeTool(command: Command, act: Act): Promise<Output> {
  return withFakeTool(command, act, (does) => does({ ...command, steps: tellWhere(command) }));
}

/** Gives a way to run one step of it alone, in which it says everything and ends with a status: one tool for all of them. */
export function withFakeStep(
  command: Command,
  { says, step }: Required<Pick<Act, 'says' | 'step'>>,
  use: (endWith: (status: number) => Promise<Output>) => Promise<void>,
): Promise<void> {
  const { result, ...rest } = command;
  const isLast = step === command.steps.length - 1;
  // An earlier step owes no result.
  const alone = { ...rest, ...(isLast && result !== undefined ? { result } : {}) };
  const act: Act = { says, step, deed: ({ all }) => `${all}\nexit "$4"` };
  return withFakeTool(command, act, (does) =>
    use((status) => does({ ...alone, steps: [tellWhere(command, String(status))[step] as Step] })),
  );
}

async function withFakeTool<Result>(
  command: Command,
  act: Act,
  use: (does: (told: Command) => Promise<Output>) => Promise<Result>,
): Promise<Result> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-fake-tool-')));
  try {
    await installFakeTool(root, command, act);
    const environment = { PATH: [join(root, 'bin'), process.env['PATH']].join(delimiter), HOME: root };
    return await use((told) => run(told, { workTree: join(root, 'work'), environment }));
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The script learns from its first arguments where it is; what the adapter passes comes after them. */
function tellWhere({ steps }: Command, ...more: readonly string[]): Command['steps'] {
  const told = steps.map(({ argv: [name, ...rest], okStatus }, index): Step => {
    return { argv: [name, '{files}', '{out}', String(index), ...more, ...rest], okStatus };
  });
  return told as unknown as Command['steps'];
}

async function installFakeTool(root: string, command: Command, act: Act): Promise<void> {
  await Promise.all(['bin', 'work'].map((folder) => mkdir(join(root, folder))));
  if (act.bytes !== undefined) await writeFile(join(root, 'bytes'), act.bytes);
  for (const name of new Set(command.steps.map(({ argv }) => argv[0]))) {
    if (isAbsolute(name)) throw new LieBelieved('unusable-subject', `${name} cannot be replaced: name the tool alone`);
    await writeFile(join(root, 'bin', name), script(command, act), { mode: 0o755 });
  }
}

function script(command: Command, act: Act): string {
  const cases = command.steps.map((step, index) => {
    const speech = speechOf(command, step, index, act);
    const honest = `${speech.all}\n${speech.end}`;
    return `${String(index)})\n${index === act.step && act.deed !== undefined ? act.deed(speech) : honest}\n;;`;
  });
  const places = 'files=$1 out=$2 step=$3 here=${0%/bin/*}';
  return ['#!/bin/sh', places, 'case $step in', ...cases, 'esac', ''].join('\n');
}

function speechOf(command: Command, step: Step, index: number, { says, bytes }: Act): Speech {
  const isLast = index === command.steps.length - 1;
  const { status = step.okStatus[0] ?? 0, stdout = '', stderr = '' } = says.steps?.[index] ?? {};
  const file = command.result === undefined ? undefined : `"$out/${command.result}"`;
  const result = bytes === undefined ? print(says.result) : 'cat "$here/bytes"';
  const told = isLast ? [file === undefined ? result : `${result} > ${file}`] : [];
  return {
    all: [print(stdout), `${print(stderr)} >&2`, ...told].join('\n'),
    result,
    file,
    end: `exit ${String(status)}`,
  };
}

/** With what the shell has built in: hundreds of tools are faked, and a process costs more than all the rest. */
function print(text: string): string {
  const quoted = text.replaceAll("'", "'\\''").replaceAll('{files}', `'"$files"'`);
  return `printf %s '${quoted}'`;
}
