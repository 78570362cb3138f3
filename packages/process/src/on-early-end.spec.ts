import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, isAlive } from './command.fixture.ts';
import { onEarlyEnd } from './on-early-end.ts';
import { run } from './run.ts';

const EVENTS = ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const here = fileURLToPath(new URL('.', import.meta.url));
let scratch: string;

/** A child has no vitest to read TypeScript for it. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
  const options = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    rewriteRelativeImportExtensions: true,
  };
  for (const file of readdirSync(here).filter((name) => /^[^.]+\.ts$/u.test(name))) {
    const { outputText } = ts.transpileModule(readFileSync(join(here, file), 'utf8'), { compilerOptions: options });
    writeFileSync(join(scratch, file.replace(/ts$/u, 'js')), outputText);
  }
  writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

interface Tool {
  readonly pid: number;
  readonly folder: string;
}

function listeners(): readonly number[] {
  return EVENTS.map((event) => process.listenerCount(event));
}

let programs = 0;

/** A program in the middle of a run, with the tool that it runs. */
async function startProgram(way: string): Promise<{ readonly program: ChildProcess; readonly tool: Tool }> {
  const note = join(scratch, `note-${String((programs += 1))}`);
  const invocation = JSON.stringify(command(['notes-itself-and-hangs', note]));
  const module = pathToFileURL(join(scratch, 'run.js')).href;
  const program = spawn(process.execPath, [join(here, 'interrupted.fixture.mjs'), module, invocation, way], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await expect.poll(() => JSON.parse(readFileSync(note, 'utf8')) as unknown, { timeout: 15_000 }).toBeDefined();
  const tool = JSON.parse(readFileSync(note, 'utf8')) as Tool;
  expect([isAlive(tool.pid), existsSync(tool.folder)]).toEqual([true, true]);
  return { program, tool };
}

async function expectGone({ pid, folder }: Tool): Promise<void> {
  expect(existsSync(folder)).toBe(false);
  await expect.poll(() => isAlive(pid)).toBe(false);
}

describe('when a program ends while a tool runs', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'it ends the tool, removes the folder and ends by the same signal: %s',
    async (signal) => {
      const { program, tool } = await startProgram('takes-them-as-they-come');
      program.kill(signal);
      expect(await once(program, 'exit')).toEqual([null, signal]);
      await expectGone(tool);
    },
  );

  it.each([
    ['exits', 'exits-when-told', 3],
    ['fails', 'throws-when-told', 1],
  ])('it ends the tool, removes the folder and keeps the status when the program %s', async (_, way, status) => {
    const { program, tool } = await startProgram(way);
    program.send('now');
    expect(await once(program, 'exit')).toEqual([status, null]);
    await expectGone(tool);
  });
});

describe('when a program listens to a signal itself', () => {
  it('it leaves that signal to the program, even one that listens only once', async () => {
    const { program, tool } = await startProgram('listens-once');
    program.kill('SIGTERM');
    expect(await once(program, 'message')).toEqual(['heard', undefined]);
    expect([isAlive(tool.pid), existsSync(tool.folder)]).toEqual([true, true]);
    program.kill('SIGINT');
    expect(await once(program, 'exit')).toEqual([null, 'SIGINT']);
    await expectGone(tool);
  });
});

describe('when several things are to be undone', () => {
  it('it undoes the last first, each once, and the others when one cannot be undone', () => {
    const undone: string[] = [];
    const ends = ['folder', 'tool'].map((name) => onEarlyEnd(() => undone.push(name)));
    const broken = onEarlyEnd(() => {
      throw new Error('busy');
    });
    const exit = process.listeners('exit').at(-1) as () => void;
    exit();
    exit();
    expect(undone).toEqual(['tool', 'folder']);
    for (const end of [...ends, broken]) end();
    expect(undone).toEqual(['tool', 'folder']);
  });

  it('it listens until all is undone, since a second signal would otherwise end it halfway', () => {
    const before = listeners();
    let during: readonly number[] = [];
    onEarlyEnd(() => {
      during = listeners();
    });
    (process.listeners('exit').at(-1) as () => void)();
    expect(during).toEqual(before.map((count) => count + 1));
    expect(listeners()).toEqual(before);
  });
});

describe('when nothing runs', () => {
  it('it listens to nothing, however the runs ended', async () => {
    const before = listeners();
    await Promise.all([
      run(command(['honest'])),
      run(command(['exits-with', '2'])),
      run(command(['hangs'], { timeoutMs: 50 })),
      run(command(['honest'], { own: [{ name: '../stray', text: '' }] })),
    ]);
    await expect.poll(listeners).toEqual(before);
  });

  it('it listens once for all that runs, until the last is over', () => {
    const before = listeners();
    const ends = [onEarlyEnd(() => undefined), onEarlyEnd(() => undefined)];
    expect(listeners()).toEqual(before.map((count) => count + 1));
    ends[0]?.();
    ends[0]?.();
    expect(listeners()).toEqual(before.map((count) => count + 1));
    ends[1]?.();
    expect(listeners()).toEqual(before);
  });
});
