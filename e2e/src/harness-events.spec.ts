import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import {
  HARNESSES,
  type Harness,
  installedCommand,
  type Recorded,
  recordedEvents,
  runHook,
} from './support/installed-hooks.ts';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS }, async ({ pawl }) => {
  mustSucceed(await pawl(['init', '--harness', HARNESSES.join(',')]));
});

const recorded = recordedEvents();
const RECORDED_CASE = '3fa9c21e';

/** What a person recorded is run by what is installed; a case of an event to which nothing is installed is the unit tests' own. */
async function installedCases(harness: Harness, outcome: string): Promise<readonly (Recorded & { command: string })[]> {
  const all = recorded.filter((one) => one.harness === harness && one.outcome === outcome);
  const commands = await Promise.all(all.map(({ event }) => installedCommand(shared(), harness, event)));
  const installed = all.flatMap((one, index) => {
    const command = commands[index];
    return command === undefined ? [] : [{ ...one, command }];
  });
  expect(installed.length, `${harness} ${outcome}`).toBeGreaterThan(0);
  return installed;
}

const answers = (ran: Ran, { from, to }: { readonly from: string; readonly to: string }): Ran => ({
  ...ran,
  stdout: ran.stdout.replaceAll(from, to),
  stderr: ran.stderr.replaceAll(from, to),
});

async function newLoop(name: string): Promise<void> {
  await shared().git('switch', '--quiet', '--force', '--create', `agent/${name}`, 'main');
}

async function caseOf(loop: string): Promise<string> {
  const ref = `refs/pawl/loop/${encodeURIComponent(loop)}`;
  const statement = JSON.parse(await shared().git('show', `${ref}:statement.json`)) as {
    readonly predicate: { readonly case: string };
  };
  return statement.predicate.case;
}

/** Leaves a loop that is stopped, and gives the number of its case. */
async function stop(name: string): Promise<string> {
  await newLoop(name);
  await shared().write({ 'app.js': UNGUARDED_JS });
  const command = await installedCommand(shared(), 'vscode', 'Stop');
  const { stdout } = await runHook(shared(), String(command), '{"hookEventName":"Stop"}');
  const number = /Case ([0-9a-f]+)\./u.exec(stdout)?.[1];
  if (number === undefined) throw new Error(`not stopped: ${stdout}`);
  return number;
}

/** What came of a run that nobody who is an agent may learn more from: not even a number but that of the case. */
function leaks(ran: Ran, number: string): readonly string[] {
  const said = (ran.stdout + ran.stderr).replaceAll(number, '');
  return (
    said.match(/\d|app|readAttachment|startsWith|guard|rule|finding|critical|high|medium|low\b|CWE|defence/giu) ?? []
  );
}

describe.each(HARNESSES)('when %s sends a recorded event to what is installed', (harness) => {
  it('clean work goes on, with the documented bytes', async () => {
    await shared().write({ 'app.js': EDITED_JS });
    for (const { name, command, input, answer } of await installedCases(harness, 'clean'))
      expect(await runHook(shared(), command, input), name).toEqual(answer);
  });

  it('a regression ends the turn, with the documented bytes and nothing that an agent could learn from', async () => {
    for (const [index, { name, command, input, answer }] of (await installedCases(harness, 'stopped')).entries()) {
      const loop = `${harness}-${index}`;
      await newLoop(loop);
      await shared().write({ 'app.js': UNGUARDED_JS });
      const ran = await runHook(shared(), command, input);
      const number = await caseOf(`agent/${loop}`);
      expect(ran, name).toEqual(answers(answer, { from: RECORDED_CASE, to: number }));
      expect(leaks(ran, number), name).toEqual([]);
    }
  });

  it('a lock that is gone is never taken for clean', async () => {
    await shared().git('update-ref', '-d', LOCK);
    for (const { name, command, input, answer, fault = '' } of await installedCases(harness, 'could-not-tell')) {
      const written = (text: string): string => (answer.stderr === '' ? JSON.stringify(text).slice(1, -1) : text);
      const told = { from: written(fault), to: written('The lock of "main" was here and is gone.') };
      expect(await runHook(shared(), command, input), name).toEqual(answers(answer, told));
    }
  });

  it('what cannot be read is never taken for clean', async () => {
    for (const { name, command, input, answer } of await installedCases(harness, 'malformed'))
      expect(await runHook(shared(), command, input), name).toEqual(answer);
  });

  it('a git that hangs is waited for no longer than it says', async () => {
    const programs = programsOf(shared().root);
    await mkdir(programs, { recursive: true });
    onTestFinished(() => rm(programs, { recursive: true }));
    // The installed command asks git where it is by itself; every question of Pawl's own hangs.
    const slow = `#!/bin/sh\ncase $1 in rev-parse | -C) PATH=\${PATH#*:} exec git "$@" ;; esac\nexec sleep 20\n`;
    await writeFile(join(programs, 'git'), slow, { mode: 0o755 });
    for (const { name, command, input, answer } of await installedCases(harness, 'timed-out')) {
      const ran = await runHook(shared(), command, input, { env: { PAWL_HARNESS_SECONDS: '0.5' } });
      expect(ran, name).toEqual(answer);
    }
  }, 60_000);
});

describe('when a loop was stopped and its work is clean by now', () => {
  it('every next prompt, session and call is refused, and a turn ends after the call', async () => {
    const number = await stop('latched');
    await shared().write({ 'app.js': GUARDED_JS });
    for (const harness of HARNESSES)
      for (const { name, command, input, answer } of await installedCases(harness, 'latched')) {
        const ran = await runHook(shared(), command, input);
        expect(ran, name).toEqual(answers(answer, { from: RECORDED_CASE, to: number }));
        expect(leaks(ran, number), name).toEqual([]);
      }
  }, 60_000);
});

describe('when the recorded events are counted', () => {
  it('a naive gate, which hands its reasons to the agent, leaks', () => {
    const naive = '{"decision":"block","reason":"lost-guard in app.js:6 (high)"}\n';
    expect(leaks({ status: 0, stdout: naive, stderr: '' }, '3fa9c21e')).not.toEqual([]);
  });
});
