import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planInstall, planUninstall, settingsFiles } from './plan.ts';
import type { SettingsPlan } from './settings-plan.ts';

const file = '.clinerules/hooks/PreToolUse';
const install = (existing: string | undefined, program: string): SettingsPlan =>
  planInstall({ harness: 'cline', file, existing }, program);
const uninstall = (existing: string): SettingsPlan => planUninstall({ harness: 'cline', file, existing });

const EVENT = JSON.stringify({ hookName: 'PreToolUse', text: 'a "b" $HOME `id` \\n\nPAWL_EVENT\n' });
const LOGS =
  '#!/bin/bash\nINPUT=$(cat)\necho "$INPUT" > "$LOG"\necho \'{"cancel":false,"contextModification":"mine"}\'\n';
const PAUSED = '{"cancel":true,"errorMessage":"Work is paused for human review. Do not continue."}\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-cline-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script as Cline would, with a program in the place of Pawl. */
function run(existing: string | undefined, program: string): { readonly out: string; readonly log: string } {
  const script = join(folder, 'hook');
  const log = join(folder, 'log');
  writeFileSync(log, '');
  writeFileSync(script, String(install(existing, program).text), { mode: 0o755 });
  const env = { PATH: process.env['PATH'], LOG: log };
  const out = execFileSync(script, { input: EVENT, encoding: 'utf8', env, stdio: ['pipe', 'pipe', 'ignore'] });
  return { out, log: readFileSync(log, 'utf8') };
}

/** A program that says this and ends with that status. */
function says(text: string, status = 0): string {
  const path = join(folder, `says-${status}-${text.length}.sh`);
  writeFileSync(path, `#!/bin/sh\ncat > /dev/null\nprintf '%s\\n' '${text}'\nexit ${status}\n`, { mode: 0o755 });
  return path;
}

describe('when Cline starts a hook of ours', () => {
  it('a clean answer goes on', () => {
    expect(run(undefined, says('{"cancel":false}')).out).toBe('{"cancel":false}\n');
  });

  it('a stop is passed on as it is', () => {
    const stop = '{"cancel":true,"errorMessage":"Work is paused."}';
    expect(run(undefined, says(stop)).out).toBe(`${stop}\n`);
  });

  it.each([
    ['is not there', () => '/nowhere/pawl'],
    ['fails', () => says('{"cancel":false}', 2)],
    ['says nothing', () => says('')],
    ['says something else', () => says('Need to install the following packages: pawl')],
  ])('H16: a Pawl that %s cancels', (_, program) => {
    expect(run(undefined, program()).out).toBe(PAUSED);
  });
});

describe('when a script of the user is there already', () => {
  it('it still reads the whole event and answers itself', () => {
    const { out, log } = run(LOGS, says('{"cancel":false}'));
    expect(out).toBe('{"cancel":false,"contextModification":"mine"}\n');
    expect(log).toBe(`${EVENT}\n`);
  });

  it('it is not reached by a call that is stopped', () => {
    const { out, log } = run(LOGS, says('{"cancel":true,"errorMessage":"x"}'));
    expect(out).toBe('{"cancel":true,"errorMessage":"x"}\n');
    expect(log).toBe('');
  });

  it.each([
    ['bash', LOGS],
    ['sh with an option', '#!/bin/sh -e\necho\n'],
    ['env', '#!/usr/bin/env zsh\n\n# mine\n'],
    ['nothing but its first line', '#!/bin/sh'],
    ['no line end at the end', '#!/bin/sh\necho'],
  ])('%s: ours come in once, go again, and every byte stays', (_, script) => {
    const installed = String(install(script, 'pawl').text);
    expect(install(installed, 'pawl').action).toBe('keep');
    expect(install(installed, 'npx pawl').text).toContain('| npx pawl harness-hook cline PreToolUse)');
    expect(uninstall(String(install(installed, 'npx pawl').text))).toMatchObject({ text: script });
  });

  it.each([
    ['Python', '#!/usr/bin/env python3\nimport json\n'],
    ['a program', '\u007fELF'],
    ['no first line', 'echo hello\n'],
    ['line ends of Windows', '#!/bin/sh\r\necho\r\n'],
  ])('%s is left alone, and the error says what to do', (_, script) => {
    expect(() => install(script, 'pawl')).toThrow(
      expect.objectContaining({ code: 'foreign-script', next: expect.stringContaining(file) as unknown }),
    );
  });
});

describe('when no script is there', () => {
  it('there is one for each event, and it goes as it came', () => {
    expect(settingsFiles('cline')).toContain(file);
    const plan = install(undefined, 'pawl');
    expect(plan).toMatchObject({ action: 'create', executable: true });
    expect(uninstall(String(plan.text))).toMatchObject({ action: 'delete', text: undefined });
    expect(uninstall(`${String(plan.text)}echo mine\n`)).toMatchObject({ action: 'change' });
  });
});
