import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HARNESSES, type Harness, installedCommand, runHook, settingsOf } from './support/installed-hooks.ts';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { emptyFolder, repositoryAt, temporaryRepository, type Where } from './support/temporary-repository.ts';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS, '.gitignore': 'secret.js\n' }, async ({ pawl }) => {
  mustSucceed(await pawl(['init', '--harness', HARNESSES.join(',')]));
});

interface Fired extends Pick<Where, 'cwd' | 'env'> {
  readonly event?: string;
  readonly says?: object;
}

async function fire(harness: Harness, { event = 'Stop', says = {}, ...where }: Fired = {}): Promise<Ran> {
  const command = String(await installedCommand(shared(), harness, event));
  return runHook(shared(), command, JSON.stringify({ hook_event_name: event, ...says }), where);
}

const checkpoints = async (loop = 'main'): Promise<number> =>
  Number(await shared().git('rev-list', '--count', `refs/pawl/loop/${encodeURIComponent(loop)}`));

const CLEAN: Ran = { status: 0, stdout: '', stderr: '' };

describe('when several hooks fire for one tree', () => {
  it('it is one checkpoint, also when VS Code runs the hooks of Claude Code beside its own', async () => {
    await shared().write({ 'app.js': EDITED_JS });
    const fromVsCode = { says: { timestamp: '2026-08-01T00:00:00Z' } };
    const fired = await Promise.all([fire('vscode', fromVsCode), fire('claude-code', fromVsCode), fire('claude-code')]);
    expect(fired).toEqual([CLEAN, CLEAN, CLEAN]);
    expect(await fire('codex')).toEqual(CLEAN);
    expect(await checkpoints()).toBe(1);
  });

  it('a stop is one checkpoint and one case, too', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS });
    const told = await Promise.all([fire('vscode'), fire('claude-code')]);
    const numbers = told.map(({ stdout }) => /case ([0-9a-f]{8})/u.exec(stdout)?.[1]);
    expect(new Set(numbers).size).toBe(1);
    await fire('gemini', { event: 'AfterAgent' });
    expect(await checkpoints()).toBe(1);
  });

  it('another tree is another one', async () => {
    await shared().write({ 'app.js': EDITED_JS });
    await fire('vscode');
    await shared().write({ 'more.js': EDITED_JS });
    await fire('vscode');
    expect(await checkpoints()).toBe(2);
  });
});

describe('when work is judged that nobody has committed', () => {
  it('files, index and refs stay as they are', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS, 'new.js': 'export const one = 1;\n' });
    await shared().stage({ 'staged.js': 'export const two = 2;\n' });
    const before = await shared().snapshot();
    expect((await fire('claude-code')).stdout).toContain('"continue":false');
    expect(await shared().snapshot()).toEqual(before);
  });

  it('a file that git does not know yet is judged, and one that it ignores is not', async () => {
    const hole = "import { exec } from 'node:child_process';\nexport const run = (req) => exec(req.query.command);\n";
    await shared().write({ 'secret.js': hole });
    expect(await fire('claude-code')).toEqual(CLEAN);
    await shared().write({ 'new.js': hole });
    expect((await fire('claude-code')).stdout).toContain('"continue":false');
  });

  it('an agent that has gone elsewhere is still asked about the project', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS });
    const elsewhere = join(shared().root, 'elsewhere');
    await mkdir(elsewhere, { recursive: true });
    const env = { CLAUDE_PROJECT_DIR: shared().dir };
    const { stdout } = await fire('claude-code', { cwd: elsewhere, env, says: { cwd: elsewhere } });
    expect(stdout).toContain('"continue":false');
  });

  it('a linked worktree is judged as its own branch', async () => {
    const tree = repositoryAt(shared().root, join(shared().root, 'tree'));
    await shared().git('worktree', 'add', '--quiet', '--force', '-B', 'agent/tree', tree.dir, 'main');
    await tree.write({ 'app.js': UNGUARDED_JS });
    const { stdout } = await fire('codex', { cwd: tree.dir, says: { cwd: tree.dir } });
    await shared().git('worktree', 'remove', '--force', tree.dir);
    expect(stdout).toContain('"continue":false');
    expect(await checkpoints('agent/tree')).toBe(1);
    expect(await fire('codex')).toEqual(CLEAN);
  });

  it('a turn that ends in the middle of a merge could not be judged', async () => {
    const { git, commit, tryGit } = shared();
    await git('switch', '--quiet', '--create', 'agent/merge');
    await commit('one', { 'notes.md': 'one\n' });
    await git('switch', '--quiet', '--create', 'agent/other', 'main');
    await commit('two', { 'notes.md': 'two\n' });
    expect((await tryGit(['merge', '--quiet', 'agent/merge'])).status).toBe(1);
    expect((await fire('claude-code')).stdout).toContain('could not tell');
  });
});

describe('when a turn takes several calls', () => {
  const edited = { event: 'PostToolUse', says: { tool_name: 'Edit' } };

  it('what is half done between two of them stops nothing, and what the turn ends with is judged', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS });
    expect(await fire('claude-code', edited)).toEqual(CLEAN);
    expect(await fire('claude-code', { event: 'SubagentStop' })).toEqual(CLEAN);
    await shared().write({ 'app.js': EDITED_JS });
    expect(await fire('claude-code', edited)).toEqual(CLEAN);
    expect(await fire('claude-code')).toEqual(CLEAN);
    expect(await checkpoints()).toBe(1);
  });

  it('a commit that the git hooks stop ends the turn after the very call', async () => {
    const { git, stage, tryGit, write } = shared();
    await git('switch', '--quiet', '--create', 'agent/turn');
    await stage({ 'app.js': UNGUARDED_JS });
    expect((await tryGit(['commit', '--quiet', '--message', 'x'])).status).not.toBe(0);
    await write({ 'app.js': GUARDED_JS });
    const says = { tool_name: 'Bash', tool_input: { command: 'git commit -m x' } };
    const { stdout } = await fire('claude-code', { event: 'PostToolUse', says });
    expect(JSON.parse(stdout)).toMatchObject({ continue: false });
    expect((await fire('gemini', { event: 'AfterTool', says: { tool_name: 'write_file' } })).stdout).toContain(
      'paused',
    );
  });
});

describe('when there is nothing to judge by', () => {
  it('a repository without a lock, and a folder without a repository, are left alone', async () => {
    const repository = await temporaryRepository({ 'app.js': UNGUARDED_JS });
    mustSucceed(await repository.pawl(['init', '--harness', 'claude-code']));
    const command = String(await installedCommand(repository, 'claude-code', 'Stop'));
    const before = await repository.git('count-objects');
    expect(await runHook(repository, command, '{"hook_event_name":"Stop"}')).toEqual(CLEAN);
    expect(await repository.git('count-objects')).toBe(before);
    const folder = await emptyFolder();
    expect(await folder.pawl(['harness-hook', 'gemini', 'AfterAgent'], { input: '{}' })).toEqual(CLEAN);
  });
});

describe('when an agent takes our hooks out of the settings', () => {
  it('C14: a person decides on each file of each harness', async () => {
    const files = HARNESSES.map((harness) =>
      harness === 'cline' ? `${settingsOf(harness)}/PreToolUse` : settingsOf(harness),
    );
    await shared().git('rm', '--quiet', '--', ...files);
    const tree = await shared().git('write-tree');
    const asked = ['check', '--head', tree, '--tier', 'fast', '--format', 'json', '--audience', 'human'];
    const { status, stdout } = await shared().pawl(asked);
    const { outcome, reasons } = JSON.parse(stdout) as { outcome: string; reasons: { rule: string; file: string }[] };
    expect([status, outcome]).toEqual([1, 'escalated']);
    expect(reasons.map(({ rule, file }) => `${rule} ${file}`).sort()).toEqual(
      files.map((file) => `harness-settings ${file}`).sort(),
    );
  });

  it('C14: settings that were written before the lock and committed after it are as they were locked', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    // Cline's are shell scripts, which nobody examines: those have to be committed first, as `pawl init` says.
    const json = HARNESSES.filter((harness) => harness !== 'cline');
    mustSucceed(await repository.pawl(['init', '--harness', json.join(',')]));
    mustSucceed(await repository.pawl(['lock']));
    const command = String(await installedCommand(repository, 'claude-code', 'Stop'));
    expect(await runHook(repository, command, '{"hook_event_name":"Stop"}')).toEqual(CLEAN);
    await repository.write({ '.cursor/hooks.json': '{ "version": 1 }\n' });
    expect((await runHook(repository, command, '{"hook_event_name":"Stop"}')).stdout).toContain('"continue":false');
  });
});
