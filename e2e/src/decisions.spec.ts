import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { codeBlocks, shellBlocks } from './support/code-blocks.ts';
import { type Answer, converse } from './support/converse.ts';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import type { Ran } from './support/run.ts';
import { EVAL_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn, stopped } from './support/stopped.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const shared = sharedLockedRepository();
const PAGE = 'docs/when-the-loop-stopped.md';
let blocks: ReadonlyMap<string, readonly string[]>;
let number: string;

beforeAll(async () => {
  blocks = await shellBlocks(PAGE);
});
beforeEach(async () => {
  const { root, git, stage, tryGit } = shared();
  await mkdir(programsOf(root), { recursive: true });
  await mkdir(join(root, 'home/.ssh'), { recursive: true, mode: 0o700 });
  await writeFile(join(programsOf(root), 'pawl'), `#!/bin/sh\nexec "${process.execPath}" "${PAWL}" "$@"\n`, {
    mode: 0o755,
  });
  await git('switch', '--quiet', '--create', 'agent/notes');
  await stage({ 'app.js': UNGUARDED_JS });
  number = caseNumberIn((await tryGit(['commit', '-qm', 'Tidy'])).stderr);
});

/** A person at a terminal, who types the number of the case where it is asked for. */
async function person(command: string, dir = join(shared().root, 'decide')): Promise<Ran> {
  const isAsked = /^pawl (?:release|waive \w{8})/u.test(command);
  const answers: readonly Answer[] = isAsked ? [['to confirm', number]] : [];
  // Whatever the terminal is that the tests run in.
  return converse({ dir, env: { ...shared().env, COLUMNS: '100' } }, command, answers);
}

/** What the document shows that a command prints. */
async function shownUnder(heading: string): Promise<string> {
  const shown = codeBlocks(await readFile(join(WORKSPACE, PAGE), 'utf8'));
  const text = shown.find((block) => block.language === 'text' && block.heading === heading)?.text;
  if (text === undefined) throw new Error(`the page shows no output under ${heading}`);
  return text.replaceAll('7a494716', number);
}

/** Follows the document's commands under some headings to the letter, but for the number of the case. */
async function follow(...headings: readonly string[]): Promise<string> {
  let said = '';
  let dir = shared().dir;
  const before: string[] = [];
  for (const line of headings.flatMap((heading) => blocks.get(heading) ?? [`exit 9 # nothing under ${heading}`])) {
    const command = line.replaceAll('7a494716', number);
    const folder = /^cd (.*)$/u.exec(command)?.[1];
    if (folder !== undefined) {
      before.push(dir);
      dir = folder === '-' ? (before.at(-2) ?? shared().dir) : resolve(dir, folder);
    } else {
      const { status, stdout } = await person(command, dir);
      said += stdout;
      // A review says what it saw, as a check does.
      expect([command, status, stdout]).toEqual([command, command.startsWith('pawl review') ? 1 : 0, stdout]);
    }
  }
  return said;
}

const lockText = async (): Promise<{ sequence: number; waivers: unknown[]; releases: unknown[] }> =>
  JSON.parse(await shared().git('show', `${LOCK}:lock.json`)) as never;

const agentCommits = async (files: Readonly<Record<string, string>> = {}): Promise<Ran> => {
  if (Object.keys(files).length > 0) await shared().stage(files);
  return shared().tryGit(['commit', '-qm', 'Tidy again']);
};

describe('when a stranger follows the page about a stopped loop', () => {
  needsTerminal();

  it('every block of it belongs to one of the ways that are followed here', () => {
    expect([...blocks.keys()]).toEqual([
      'Go where you decide',
      'Read the case',
      'It has to be mended',
      'One thing is all right as it stands',
      'Go on',
      'With a key',
    ]);
  });

  it('without a key the case is read and released, and the agent goes on once it has mended it', async () => {
    const said = await follow('Go where you decide', 'Read the case', 'It has to be mended', 'Go on');
    expect(said).toContain(await shownUnder('Read the case'));
    expect(said).toContain("- 6    if (!file.startsWith(root + path.sep)) throw new Error('outside');");
    expect(said).toContain('agent/notes may go on');
    expect(stopped(number)).toBe(await shownUnder('When the loop stopped'));
    expect((await agentCommits({ 'app.js': `${GUARDED_JS}export const more = 1;\n` })).status).toBe(0);
  });

  it('with a new key pair the release is signed', async () => {
    const said = await follow('Go where you decide', 'Read the case', 'With a key', 'Go on');
    expect(said).toContain('signed by you@example.com');
    expect(await shared().git('show', `${LOCK}:lock.json.sig`)).toMatch(/^-----BEGIN SSH SIGNATURE-----/u);
    expect((await agentCommits({ 'app.js': GUARDED_JS, 'more.js': 'export const more = 1;\n' })).status).toBe(0);
  });

  it('what is waived can be listed and taken back, and then it stops the loop again', async () => {
    const said = await follow('Go where you decide', 'One thing is all right as it stands', 'Go on');
    expect(said).toContain('1 of at most 20 waivers on main');
    expect(said).toContain('revoked  invariants lost-guard is judged again');
    expect(await lockText()).toMatchObject({ sequence: 4, waivers: [], releases: [{ case: number }] });
    expect((await agentCommits()).status).toBe(1);
  });
});

describe('when the loop was released', () => {
  needsTerminal();
  beforeEach(() => follow('Go where you decide', 'It has to be mended', 'Go on'));

  it('it stops again, with another number, for what is not', async () => {
    const { status, stderr } = await agentCommits();
    expect(status).toBe(1);
    expect(caseNumberIn(stderr)).not.toBe(number);
  });
});

describe('when one item is waived and the loop released', () => {
  needsTerminal();
  beforeEach(async () => {
    const [waive = '', release = ''] = blocks.get('One thing is all right as it stands') ?? [];
    await follow('Go where you decide');
    for (const command of [waive, release])
      expect(await person(command.replaceAll('7a494716', number))).toMatchObject({ status: 0 });
    await follow('Go on');
  });

  it('the agent may commit what was waived', async () => {
    expect(await agentCommits()).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('and nothing else', async () => {
    expect((await agentCommits({ 'calculate.js': EVAL_JS })).status).toBe(1);
  });

  it('not even the same with other lines around the loss', async () => {
    const edited = UNGUARDED_JS.replace(
      'const file = path.resolve(root, name);',
      'const file = path.join(root, name);',
    );
    expect((await agentCommits({ 'app.js': edited })).status).toBe(1);
  });
});

describe('when it is not a person who decides', () => {
  needsTerminal();

  it.each(['review', 'release', 'waive'])('pawl %s tells and does nothing for an agent at a terminal', async (name) => {
    const before = await shared().git('for-each-ref', 'refs/pawl');
    const more = { review: '', release: ' --reason x', waive: ' 1 --reason x' }[name] ?? '';
    const { stdout, status } = await atTerminal(shared(), `pawl ${name} ${number}${more}`, {
      env: { CLAUDECODE: '1' },
    });
    if (name === 'review') expect({ status, stdout }).toEqual({ status: 1, stdout: stopped(number) });
    else expect([status, stdout]).toEqual([2, expect.stringMatching(/^pawl: only a person decides\n/u)]);
    expect(await shared().git('for-each-ref', 'refs/pawl')).toBe(before);
  });

  it.each([
    ['release', '--yes'],
    ['release', '--audience=human'],
    ['waive', '--all'],
    ['review', '--audience=human'],
  ])('there is no pawl %s %s', async (name, flag) => {
    expect((await shared().pawl([name, number, flag, '--reason', 'x'])).status).toBe(2);
  });

  it('a pipe that knows the number decides nothing', async () => {
    await shared().git('switch', '--quiet', 'main');
    const { status, stderr } = await shared().pawl(['release', number, '--reason', 'x'], { input: `${number}\n` });
    expect([status, stderr]).toEqual([2, expect.stringContaining('there is none')]);
    expect((await lockText()).sequence).toBe(1);
  });
});

describe('when a person locks again over something worse', () => {
  needsTerminal();
  const again = (...answers: readonly Answer[]): Promise<Ran> =>
    converse({ dir: shared().dir, env: shared().env }, 'pawl lock', answers);

  beforeEach(async () => {
    await shared().git('switch', '--quiet', '--force', 'main');
    await shared().commit('worse', { 'app.js': UNGUARDED_JS, 'calculate.js': EVAL_JS });
  });

  it('each thing is asked for by itself, and after all are accepted the lock is another', async () => {
    const { status, stdout } = await again(
      ['accept this? (y/n)', 'y'],
      ['accept this? (y/n)', 'y'],
      ['accept this? (y/n)', 'y'],
    );
    expect(stdout).toContain('lost defence');
    expect(stdout).toContain('new finding');
    expect([status, (await lockText()).sequence]).toEqual([0, 2]);
  });

  it('one no leaves the lock as it is', async () => {
    const { status, stdout } = await again(['accept this? (y/n)', 'y'], ['accept this? (y/n)', 'n']);
    expect([status, (await lockText()).sequence]).toEqual([2, 1]);
    expect(stdout).toContain('the lock before stays');
  });

  it('without a terminal it is refused', async () => {
    const { status, stderr } = await shared().pawl(['lock']);
    expect([status, (await lockText()).sequence]).toEqual([2, 1]);
    expect(stderr).toMatch(/^pawl: \d+ things are not as the lock before has it/u);
  });
});
